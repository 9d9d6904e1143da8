"use client";

import { useEffect, useRef } from "react";

/** Calls `onEnd` after `time` milliseconds of running, counting only while not `paused`. No end while `time` is null. */
export function useCountdown(time: number | null, paused: boolean, onEnd: () => void) {
  const left = useRef(time);
  const end = useRef(onEnd);
  end.current = onEnd;

  useEffect(() => {
    if (paused || left.current === null) return;
    const began = performance.now();
    const timer = setTimeout(() => end.current(), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(0, (left.current ?? 0) - (performance.now() - began));
    };
  }, [paused]);
}
