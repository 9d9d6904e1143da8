"use client";

import { type RefObject, useLayoutEffect, useMemo, useState } from "react";
import { glanceAt, holdBack } from "@/components/bell/held-back";
import type { FeedItem } from "@/lib/core/feed-item";

/** Keeps the list still while it is read: scrolled down, or with the focus inside (U4). `show` lets the new ones in. */
export function useHeldBack(items: FeedItem[], scroller: RefObject<HTMLElement | null>) {
  const [glance, setGlance] = useState(() => glanceAt(items));
  const { shown, held } = useMemo(() => holdBack(items, glance), [items, glance]);

  useLayoutEffect(() => {
    if (!isReading(scroller.current)) setGlance((before) => glanceAt(items, before));
  }, [items, scroller]);

  return { shown, held, show: () => setGlance((before) => glanceAt(items, before)) };
}

function isReading(scroller: HTMLElement | null): boolean {
  if (!scroller) return false;
  return scroller.scrollTop > 8 || (scroller.querySelector("[role=feed]")?.contains(document.activeElement) ?? false);
}
