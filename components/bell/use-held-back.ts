"use client";

import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { glanceAt, holdBack } from "@/components/bell/held-back";
import type { FeedItem } from "@/lib/core/feed-item";

/** Keeps the list still while `isReading` says that somebody reads it (U4). `show` lets the new ones in. */
export function useHeldBack(items: FeedItem[], isReading: () => boolean) {
  const [glance, setGlance] = useState(() => glanceAt(items));
  const { shown, held } = useMemo(() => holdBack(items, glance), [items, glance]);

  const reading = useRef(isReading);
  reading.current = isReading;
  // The first glance has them already: another would draw the whole list twice.
  const glanced = useRef(items);
  useLayoutEffect(() => {
    if (glanced.current === items) return;
    glanced.current = items;
    if (!reading.current()) setGlance((before) => glanceAt(items, before));
  }, [items]);

  return { shown, held, show: () => setGlance((before) => glanceAt(items, before)) };
}
