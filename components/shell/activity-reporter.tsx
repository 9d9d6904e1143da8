"use client";

import { useEffect } from "react";
import { reportActive } from "@/components/shell/report-presence";

const SIGNS = ["pointerdown", "pointermove", "keydown", "scroll", "focus"] as const;

/**
 * Tells the server that somebody is active in this tab (A16), at most every 15 s and often enough for a window of
 * `windowSeconds`. Renders nothing.
 */
export function ActivityReporter({ windowSeconds }: { windowSeconds: number }) {
  useEffect(() => {
    const every = Math.min(15_000, windowSeconds * 250);
    let last = Number.NEGATIVE_INFINITY;
    const report = () => {
      if (document.visibilityState !== "visible" || performance.now() - last < every) return;
      last = performance.now();
      reportActive();
    };
    if (document.hasFocus()) report();
    for (const sign of SIGNS) window.addEventListener(sign, report, { passive: true, capture: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, report, { capture: true });
    };
  }, [windowSeconds]);
  return null;
}
