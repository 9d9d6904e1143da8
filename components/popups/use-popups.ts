"use client";

import { useEffect, useReducer, useRef, useState } from "react";
import { createAnnouncer } from "@/components/popups/announcer";
import { arrivalsIn, type PopupsState, popupsState, reducePopups } from "@/components/popups/popups-state";
import { usePopupSound } from "@/components/popups/use-popup-sound";
import { usePageVisible } from "@/components/ui/use-page-visible";
import type { FeedItem } from "@/lib/core/feed-item";

export interface PopupsModel extends PopupsState {
  /** What the live region says. */
  spoken: string;
  visible: boolean;
  leave(id: string): void;
  closeAll(): void;
}

/**
 * Which of what arrives stands bottom right, while this tab is visible (R14, R15), with its sound. `quiet` while the
 * person has it before them already.
 */
export function usePopups(items: FeedItem[], quiet: boolean): PopupsModel {
  const visible = usePageVisible();
  const [state, dispatch] = useReducer(reducePopups, items, popupsState);
  const [spoken, setSpoken] = useState("");
  const announcer = useRef<ReturnType<typeof createAnnouncer>>(null);
  const newest = useRef(state.newest);
  const play = usePopupSound();
  const silent = useRef(quiet);
  silent.current = quiet;

  useEffect(() => {
    announcer.current = createAnnouncer(setSpoken);
    return () => announcer.current?.stop();
  }, []);

  useEffect(() => {
    dispatch({ type: "fed", items, visible });
    const arrivals = visible ? arrivalsIn(items, newest.current) : [];
    for (const item of arrivals) announcer.current?.say(item.title);
    if (!silent.current) play(arrivals);
    newest.current = reducePopups(
      { shown: [], folded: [], newest: newest.current },
      { type: "fed", items, visible },
    ).newest;
  }, [items, visible, play]);

  return {
    ...state,
    spoken,
    visible,
    leave: (id) => dispatch({ type: "left", id }),
    closeAll: () => dispatch({ type: "closedAll" }),
  };
}
