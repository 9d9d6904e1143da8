"use client";

import { useState } from "react";
import { type Answer, noAnswer } from "@/components/ui/answer";
import type { More } from "@/components/ui/list-foot";

/** One page of a list; `nextCursor` is null on the last. */
export interface Page<Row> {
  rows: Row[];
  nextCursor: string | null;
}

export type LoadPage<Row> = (cursor: string) => Promise<Answer<Page<Row>>>;

/** The first page as the server rendered it, and what was loaded since. */
export function usePages<Row>(first: Page<Row>, load: LoadPage<Row>) {
  const [{ rows, nextCursor }, setPage] = useState(first);
  const [more, setMore] = useState<More>("idle");

  async function next() {
    if (nextCursor === null || more === "loading") return;
    setMore("loading");
    const page = await load(nextCursor).catch(noAnswer);
    if (!page.ok) return setMore({ failed: page.detail });
    setPage({ rows: [...rows, ...page.value.rows], nextCursor: page.value.nextCursor });
    setMore("idle");
  }

  return { rows, hasMore: nextCursor !== null, more, next };
}
