"use client";

import { useRef } from "react";
import { playSound } from "@/components/sound/play-sound";
import type { FeedItem } from "@/lib/core/feed-item";
import type { Sound } from "@/lib/core/sound";

/** The same sound is not begun again within this time; milliseconds. A burst is heard once. */
const PAUSE = 800;

/** Plays the sound of what has just popped up in this tab, newest first: once (R20 to R22). */
export function usePopupSound(): (arrivals: readonly FeedItem[]) => void {
  const last = useRef<{ sound: Sound; at: number } | null>(null);
  return useRef((arrivals: readonly FeedItem[]) => {
    const loud = arrivals.find(({ sound }) => sound !== "none");
    if (!loud) return;
    const at = performance.now();
    if (last.current?.sound === loud.sound && at - last.current.at < PAUSE) return;
    last.current = { sound: loud.sound, at };
    playSound(loud.sound);
  }).current;
}
