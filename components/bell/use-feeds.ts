"use client";

import { type Dispatch, useEffect, useMemo, useRef } from "react";
import type { BellEvent, BellState } from "@/components/bell/bell-state";
import { fetchFeed } from "@/components/bell/fetch-feed";
import { createSync } from "@/components/bell/sync";
import type { BellTab } from "@/lib/core/feed-item";

/** Whether signals arrive: from now on, not for the moment, or no more (signed out, or the page is too old). */
export type ListeningState = "connected" | "unavailable" | "refused";

/** Calls `onSignal` whenever something changed for this person, and `onState` when signals begin or cease. */
export type Subscribe = (onSignal: () => void, onState: (state: ListeningState) => void) => () => void;

/** Keeps the loaded tabs right: asks again on a signal, on coming back, and by the clock when no signals arrive. */
export function useFeeds(state: BellState, dispatch: Dispatch<BellEvent>, tab: BellTab, subscribe: Subscribe) {
  const latest = useRef({ state, tab });
  latest.current = { state, tab };
  const refresh = useMemo(() => {
    const etags = new Map<BellTab, string | null>();
    const load = async (one: BellTab) => {
      const askedIn = latest.current.state.turn;
      const answer = await fetchFeed(one, etags.get(one) ?? null);
      if ("detail" in answer) return dispatch({ type: "failed", tab: one, detail: answer.detail });
      etags.set(one, answer.etag);
      dispatch({ type: "loaded", tab: one, feed: answer.feed, askedIn });
    };
    return createSync(async () => {
      const { state, tab } = latest.current;
      const tabs = new Set([...(Object.keys(state.feeds) as BellTab[]), tab]);
      await Promise.all([...tabs].map(load));
    });
  }, [dispatch]);

  useEffect(() => {
    // Until it is known whether signals come.
    let timer = setInterval(refresh, pollEvery(OFTEN));
    const turn = (state: ListeningState) => {
      clearInterval(timer);
      // Also while signals come, if rarely: one may be lost, or come from a process that cannot reach this tab.
      if (state !== "refused") timer = setInterval(refresh, pollEvery(state === "connected" ? RARELY : OFTEN));
      // Whatever came while nobody was listening is in the answer, not in a signal.
      if (state !== "unavailable") refresh();
    };
    const unsubscribe = subscribe(refresh, turn);
    const back = () => document.visibilityState === "visible" && refresh();
    document.addEventListener("visibilitychange", back);
    window.addEventListener("online", refresh);
    return () => {
      clearInterval(timer);
      unsubscribe();
      document.removeEventListener("visibilitychange", back);
      window.removeEventListener("online", refresh);
    };
  }, [subscribe, refresh]);

  return refresh;
}

const OFTEN = 20_000;
const RARELY = 60_000;

/** Up to half as long again: not everybody at once when the realtime server goes (F27). */
function pollEvery(shortest: number): number {
  return shortest * (1 + Math.random() / 2);
}
