"use server";

import type { HistoryQuery } from "@/components/history/history-query";
import { action } from "@/lib/http/action";
import { listHistory } from "@/lib/usecases/preferences/list-history";

export async function loadMoreHistory(query: HistoryQuery, cursor: string) {
  const result = await action(listHistory)({ ...query, cursor });
  return result.ok ? { ok: true as const, ...result.value } : { ok: false as const, detail: result.detail };
}
