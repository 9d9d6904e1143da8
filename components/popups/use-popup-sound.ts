"use client";

import { useEffect, useRef } from "react";
import { isActiveTab, watchActiveTab } from "@/components/sound/active-tab";
import { playSound } from "@/components/sound/play-sound";
import type { FeedItem } from "@/lib/core/feed-item";

/** Between two sounds at least; milliseconds. A burst is heard once. */
const PAUSE = 500;

/** Plays the sound of what has just popped up, newest first: once, and only in the active tab (R20 to R22). */
export function usePopupSound(): (arrivals: readonly FeedItem[]) => void {
  useEffect(watchActiveTab, []);
  const playedAt = useRef(Number.NEGATIVE_INFINITY);
  return useRef((arrivals: readonly FeedItem[]) => {
    const loud = arrivals.find(({ sound }) => sound !== "none");
    if (!loud || !isActiveTab() || performance.now() - playedAt.current < PAUSE) return;
    playedAt.current = performance.now();
    playSound(loud.sound);
  }).current;
}
