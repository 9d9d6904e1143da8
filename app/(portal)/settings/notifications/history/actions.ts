"use server";

import type { HistoryQuery } from "@/components/history/history-query";
import { action } from "@/lib/http/action";
import { listHistory } from "@/lib/usecases/preferences/list-history";

export async function loadMoreHistory(query: HistoryQuery, cursor: string) {
  return action(listHistory)({ ...query, cursor });
}
