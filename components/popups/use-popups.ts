"use client";

import { useEffect, useReducer, useRef, useState } from "react";
import { useArrivals } from "@/components/open-tabs/use-arrivals";
import { createAnnouncer } from "@/components/popups/announcer";
import { NO_POPUPS, type PopupsState, reducePopups } from "@/components/popups/popups-state";
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
 * Which of what arrives stands bottom right in this tab (R14), with its sound: what arrives while no tab is active waits
 * in the one used last (R17). `quiet` while the person has it before them already.
 */
export function usePopups(items: FeedItem[], quiet: boolean): PopupsModel {
  const visible = usePageVisible();
  const [state, dispatch] = useReducer(reducePopups, NO_POPUPS);
  const [spoken, setSpoken] = useState("");
  const announcer = useRef<ReturnType<typeof createAnnouncer>>(null);
  const play = usePopupSound();

  useEffect(() => {
    announcer.current = createAnnouncer(setSpoken);
    return () => announcer.current?.stop();
  }, []);

  useEffect(() => dispatch({ type: "fed", items }), [items]);

  useArrivals(items, {
    kind: "popup",
    isMeant: ({ popup }) => popup,
    tab: "active",
    show(arrivals) {
      dispatch({ type: "arrived", items: arrivals });
      for (const item of arrivals) announcer.current?.say(item.title);
      if (!quiet) play(arrivals);
    },
  });

  return {
    ...state,
    spoken,
    visible,
    leave: (id) => dispatch({ type: "left", id }),
    closeAll: () => dispatch({ type: "closedAll" }),
  };
}
