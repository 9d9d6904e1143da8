"use client";

import { useEffect, useReducer, useRef, useState } from "react";
import { createAnnouncer } from "@/components/popups/announcer";
import { arrivalsIn, type PopupsState, popupsState, reducePopups } from "@/components/popups/popups-state";
import { usePageVisible } from "@/components/ui/use-page-visible";
import type { FeedItem } from "@/lib/core/feed-item";

export interface PopupsModel extends PopupsState {
  /** What the live region says. */
  spoken: string;
  visible: boolean;
  leave(id: string): void;
  closeAll(): void;
}

/** Which of the feed's items stand bottom right: what arrives while this tab is visible (R14, R15). */
export function usePopups(items: FeedItem[]): PopupsModel {
  const visible = usePageVisible();
  const [state, dispatch] = useReducer(reducePopups, items, popupsState);
  const [spoken, setSpoken] = useState("");
  const announcer = useRef<ReturnType<typeof createAnnouncer>>(null);
  const newest = useRef(state.newest);

  useEffect(() => {
    announcer.current = createAnnouncer(setSpoken);
    return () => announcer.current?.stop();
  }, []);

  useEffect(() => {
    dispatch({ type: "fed", items, visible });
    if (visible) for (const item of arrivalsIn(items, newest.current)) announcer.current?.say(item.title);
    newest.current = reducePopups(
      { shown: [], folded: [], newest: newest.current },
      { type: "fed", items, visible },
    ).newest;
  }, [items, visible]);

  return {
    ...state,
    spoken,
    visible,
    leave: (id) => dispatch({ type: "left", id }),
    closeAll: () => dispatch({ type: "closedAll" }),
  };
}
