"use client";

import { useEffect, useRef } from "react";
import type { FeedItem } from "@/lib/core/feed-item";

/** Says once of each item shown that it was seen: seen is less than read, and nothing on the page waits for it. */
export function useSeen(shown: readonly FeedItem[], seen: (ids: string[]) => unknown) {
  const told = useRef(new Set<string>());
  useEffect(() => {
    const fresh = shown.filter(({ id, seenAt }) => seenAt === null && !told.current.has(id)).map(({ id }) => id);
    if (fresh.length === 0) return;
    for (const id of fresh) told.current.add(id);
    seen(fresh);
  }, [shown, seen]);
}
