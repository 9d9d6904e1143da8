"use client";

import { useEffect, useRef, useState } from "react";
import type { BroadcastActions } from "@/components/broadcasts/actions";
import { noAnswer } from "@/components/ui/answer";
import type { BroadcastDetail } from "@/lib/core/broadcast-view";

/** How often it is asked how far it is: while it is on its way, and after that; milliseconds (U23). */
const LOOK = 1500;
const LOOK_LATER = 5000;

/** A broadcast as it is now. `now` is the server's clock, in milliseconds, and moves on each second; null until the page lives. */
export function useBroadcast(initial: BroadcastDetail, asOf: string, read: BroadcastActions["read"]) {
  const [broadcast, setBroadcast] = useState(initial);
  const now = useServerClock(asOf);
  const { id, status } = broadcast;
  useEffect(() => {
    const isMoving = status === "scheduled" || status === "sending";
    const look = async () => {
      if (document.visibilityState === "hidden") return;
      const answer = await read(id).catch(noAnswer);
      if (answer.ok) setBroadcast(answer.value);
    };
    const timer = setInterval(look, isMoving ? LOOK : LOOK_LATER);
    return () => clearInterval(timer);
  }, [id, status, read]);
  return { broadcast, now, take: setBroadcast };
}

/** The clock of a computer may be wrong by minutes, and the time to undo is ten seconds. */
function useServerClock(asOf: string): number | null {
  const [now, setNow] = useState<number | null>(null);
  const first = useRef(asOf);
  useEffect(() => {
    const ahead = Date.parse(first.current) - Date.now();
    const tick = () => setNow(Date.now() + ahead);
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
