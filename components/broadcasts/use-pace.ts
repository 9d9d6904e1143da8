"use client";

import { useEffect, useState } from "react";
import { type Mark, paceWords } from "@/components/broadcasts/words";
import type { BroadcastDetail } from "@/lib/core/broadcast-view";

/**
 * How fast it goes and how long it takes yet; null while it does not move. Reckoned from its start; after a pause that
 * was seen here, from its end.
 */
export function usePace({ status, paused_at, started_at, decided, audience }: BroadcastDetail, now: number | null) {
  const [resumed, setResumed] = useState<Mark | null>(null);
  const isMoving = status === "sending" && paused_at === null;
  useEffect(() => {
    if (paused_at !== null && now !== null) setResumed({ decided, at: now });
  }, [paused_at, decided, now]);
  if (!isMoving || now === null || started_at === null) return null;
  return paceWords(resumed ?? { decided: 0, at: Date.parse(started_at) }, { decided, at: now }, audience);
}
