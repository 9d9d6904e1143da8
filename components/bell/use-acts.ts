"use client";

import { useMemo, useRef } from "react";
import type { BellActions } from "@/components/bell/actions";
import { putAwayActs } from "@/components/bell/put-away-acts";
import { readActs } from "@/components/bell/read-acts";
import { type ActsInto, type Runner, runnerOver } from "@/components/bell/run-change";
import { topicActs } from "@/components/bell/topic-acts";
import type { FeedItem } from "@/lib/core/feed-item";
import type { SnoozeChoice } from "@/lib/core/snooze";

/** What can be done with many at once, with one undo for all of them. */
interface ManyActs {
  /** `quietly`: following a link marks as read too, and needs no message. */
  setRead(items: FeedItem[], read: boolean, quietly?: boolean): void;
  archive(items: FeedItem[]): void;
  restore(items: FeedItem[]): void;
  snooze(items: FeedItem[], choice: Pick<SnoozeChoice, "words" | "until">): void;
  wake(items: FeedItem[]): void;
}

/** What the person can do in a list; each shows at once and rolls back with the reason when it fails (U7). */
export interface Acts {
  many: ManyActs;
  /** `quietly`: following a link marks as read too, and needs no message. */
  setRead(item: FeedItem, read: boolean, quietly?: boolean): void;
  archive(item: FeedItem): void;
  snooze(item: FeedItem, choice: Pick<SnoozeChoice, "words" | "until">): void;
  /** Turns the item's topic off on desktop; answers whether it can be (R12). */
  hideTopic(item: FeedItem): boolean;
  /** Takes the sound from the item's topic (R24). */
  mute(item: FeedItem): void;
  markAllRead(upTo: string): void;
  acknowledge: BellActions["acknowledge"];
  explain: BellActions["explain"];
}

/** The acts of one list for as long as it stands; `into` hears of each change. */
export function useActs(actions: BellActions, into: ActsInto): Acts {
  const latest = useRef({ actions, into });
  latest.current = { actions, into };
  return useMemo(() => actsBy(runnerOver(latest)), []);
}

function actsBy(runner: Runner): Acts {
  const { setRead, markAllRead } = readActs(runner);
  const { archive, restore, snooze, wake } = putAwayActs(runner);
  return {
    many: { setRead, archive, restore, snooze, wake },
    setRead: (item, read, quietly) => setRead([item], read, quietly),
    archive: (item) => archive([item]),
    snooze: (item, choice) => snooze([item], choice),
    ...topicActs(runner),
    markAllRead,
    acknowledge: (id) => runner.server().acknowledge(id),
    explain: (id) => runner.server().explain(id),
  };
}
