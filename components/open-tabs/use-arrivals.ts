"use client";

import { useEffect, useRef } from "react";
import { isActiveTab, watchActiveTab } from "@/components/open-tabs/active-tab";
import { arrivalsIn, newestOf } from "@/components/open-tabs/arrivals";
import { type Claims, createClaims } from "@/components/open-tabs/claims";
import type { FeedItem } from "@/lib/core/feed-item";

interface Arriving {
  /** Names what is done with them, such as `popup`: each item is given to one tab for each. */
  kind: string;
  isMeant(item: FeedItem): boolean;
  /** `active`: the tab with the focus, else the one used last; `any`: whichever is first to ask. */
  tab: "active" | "any";
  show(arrivals: FeedItem[]): void;
}

/** Hands what is new in `items` to `show`, newest first, in one tab of the browser only (R16, R17, U21). */
export function useArrivals(items: FeedItem[], arriving: Arriving): void {
  const newest = useRef(newestOf(items, null));
  const latest = useRef(arriving);
  latest.current = arriving;
  useEffect(watchActiveTab, []);

  useEffect(() => {
    const { kind, tab, isMeant } = latest.current;
    const arrivals = arrivalsIn(items, newest.current).filter(isMeant);
    newest.current = newestOf(items, newest.current);
    if (arrivals.length === 0) return;
    const keyOf = ({ id, position }: FeedItem) => `${kind} ${id} ${position}`;
    claims ??= createClaims("belfry-claims");
    claims.take(arrivals.map(keyOf), tab === "any" || isActiveTab()).then((mine) => {
      const own = arrivals.filter((item) => mine.has(keyOf(item)));
      if (own.length > 0) latest.current.show(own);
    });
  }, [items]);
}

/** Of this page, as long as it is open. */
let claims: Claims | undefined;
