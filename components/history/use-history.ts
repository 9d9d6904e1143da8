"use client";

import { useState } from "react";
import type { Answer } from "@/components/bell/actions";
import type { More } from "@/components/ui/list-foot";
import type { HistoryRow } from "@/lib/core/history";

/** One page of the history; `nextCursor` is null on the last. */
export interface HistoryPage {
  rows: HistoryRow[];
  nextCursor: string | null;
}

/** The first page as the server rendered it, and what was loaded since. */
export function useHistory(first: HistoryPage, loadMore: (cursor: string) => Promise<Answer<HistoryPage>>) {
  const [{ rows, nextCursor }, setPage] = useState(first);
  const [more, setMore] = useState<More>("idle");

  async function next() {
    if (nextCursor === null || more === "loading") return;
    setMore("loading");
    const page = await loadMore(nextCursor).catch(() => ({ ok: false as const, detail: "Belfry did not answer." }));
    if (!page.ok) return setMore({ failed: page.detail });
    setPage({ rows: [...rows, ...page.rows], nextCursor: page.nextCursor });
    setMore("idle");
  }

  return { rows, hasMore: nextCursor !== null, more, next };
}
