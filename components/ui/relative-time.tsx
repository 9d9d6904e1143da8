"use client";

import { useDeferredValue, useSyncExternalStore } from "react";
import { absoluteWords, fullWords, relativeWords } from "@/components/ui/relative-words";
import { useRenderedAt } from "@/components/ui/rendered-at";

/** `2 min ago` in a `time` element with the full local time and zone in its title (U13). `at` is RFC 3339. */
export function RelativeTime({ at, zone, className }: { at: string; zone: string; className?: string }) {
  const renderedAt = useRenderedAt();
  // Deferred: a hundred times that all turn at once must not hold up who presses a key meanwhile.
  const now = useDeferredValue(
    useSyncExternalStore(
      everyMinute,
      () => minute(renderedAt),
      () => renderedAt,
    ),
  );
  const moment = new Date(at);
  return (
    <time dateTime={at} title={now === null ? undefined : fullWords(moment, zone)} className={className}>
      {now === null ? absoluteWords(moment, zone) : relativeWords(moment, new Date(now), zone)}
    </time>
  );
}

const MINUTE = 60_000;

// One ticker for the page: 50 items wake together, and none when nobody looks.
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;
let current = 0;

function everyMinute(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, MINUTE);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

function tick() {
  current = Date.now();
  for (const listener of listeners) listener();
}

// Steady between two calls, as React asks of a snapshot; fresh for the first item that shows, and after a pause. Begins as
// the server rendered, if that was just now: else a page of a hundred times would be drawn twice.
function minute(renderedAt: number | null): number {
  if (!isCurrent(current)) current = renderedAt !== null && isCurrent(renderedAt) ? renderedAt : Date.now();
  return current;
}

function isCurrent(at: number): boolean {
  return Math.abs(Date.now() - at) < MINUTE;
}
