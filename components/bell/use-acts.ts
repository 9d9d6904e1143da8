"use client";

import { type RefObject, useMemo, useRef } from "react";
import type { Answer, BellActions } from "@/components/bell/actions";
import type { Change } from "@/components/bell/change";
import { tellPreferences } from "@/components/preferences/hear-preferences";
import { OFFLINE } from "@/components/ui/answer";
import { toast } from "@/components/ui/toast";
import type { FeedItem } from "@/lib/core/feed-item";
import type { PreferenceChange } from "@/lib/core/preference-change";
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

export interface ActsInto {
  began(change: Change): void;
  settled(change: Change): void;
  refused(change: Change): void;
}

/** `into` is told of each change: when it begins, when the server took it, or that it refused. */
export function useActs(actions: BellActions, into: ActsInto): Acts {
  const latest = useRef({ actions, into });
  latest.current = { actions, into };
  return useMemo(() => actsOver(latest), []);
}

function actsOver(latest: RefObject<{ actions: BellActions; into: ActsInto }>): Acts {
  const server = () => latest.current.actions;

  async function run<T>(change: Change, ask: () => Promise<Answer<T>>, failure: string) {
    latest.current.into.began(change);
    const answer = await ask().catch(noAnswer);
    if (answer.ok) latest.current.into.settled(change);
    else {
      latest.current.into.refused(change);
      sayFailed(failure, answer.detail);
    }
    return answer;
  }

  function setRead(given: FeedItem[], read: boolean, quietly = false) {
    const items = given.filter(({ readAt }) => (readAt !== null) !== read);
    if (items.length === 0) return;
    const words = read ? "Marked as read" : "Marked as unread";
    const change = newChange({ kind: read ? "read" : "unread", items });
    const done = run(change, () => server().setRead(idsOf(items), read), `Not ${lower(words)}`);
    const changed = items.map((item) => ({ ...item, readAt: read ? change.at : null }));
    if (!quietly) offerUndo(counted(items, words), done, () => setRead(changed, !read, true));
  }

  function setArchived(items: FeedItem[], archived: boolean) {
    const change = newChange({ kind: archived ? "archive" : "restore", items });
    const failure = archived ? "Not archived" : "Not brought back";
    return run(change, () => server().setArchived(idsOf(items), archived), failure);
  }

  function archive(items: FeedItem[]) {
    offerUndo(counted(items, "Archived"), setArchived(items, true), () => setArchived(items, false));
  }

  function restore(items: FeedItem[]) {
    offerUndo(counted(items, "Back in the inbox"), setArchived(items, false), () => setArchived(items, true));
  }

  function setSnoozed(items: FeedItem[], until: string | null) {
    const change = newChange(until === null ? { kind: "wake", items } : { kind: "snooze", items, until });
    const failure = until === null ? "Still snoozed" : "Not snoozed";
    return run(change, () => server().setSnoozed(idsOf(items), until), failure);
  }

  function snooze(items: FeedItem[], { words, until }: Pick<SnoozeChoice, "words" | "until">) {
    const done = setSnoozed(items, until.toISOString());
    offerUndo(counted(items, `Snoozed ${words}`), done, () => snoozeAsBefore(items));
  }

  function wake(items: FeedItem[]) {
    offerUndo(counted(items, "Back in the inbox"), setSnoozed(items, null), () => snoozeAsBefore(items));
  }

  /** One question for each time until which some of them slept. */
  function snoozeAsBefore(items: FeedItem[]) {
    for (const until of new Set(items.map(({ snoozedUntil }) => snoozedUntil))) {
      setSnoozed(
        items.filter(({ snoozedUntil }) => snoozedUntil === until),
        until,
      );
    }
  }

  function hideTopic({ topic, topicName, required }: FeedItem) {
    if (required) sayFailed("This one stays on", `Your company requires “${topicName}” on desktop.`);
    else {
      const change = { topics: { [topic]: { desktop: { enabled: false } } } };
      const done = changePreferences(change, "Still on");
      offerUndo(`“${topicName}” is off on desktop`, done, async () => {
        const answer = await done;
        if (answer.ok) changePreferences(answer.changed.undo, "Still off");
      });
    }
    return !required;
  }

  async function changePreferences(change: PreferenceChange, failure: string) {
    const answer = await prefer(change).catch(noAnswer);
    if (!answer.ok) sayFailed(failure, answer.detail);
    return answer;
  }

  /** A preferences page that is open, here or in another tab, shows it too. */
  async function prefer(change: PreferenceChange) {
    const answer = await server().changePreferences(change);
    if (answer.ok) tellPreferences();
    return answer;
  }

  function mute({ topic, topicName, sound }: FeedItem) {
    const silent = { topics: { [topic]: { sound: "none" as const } } };
    const change = newChange({ kind: "sound", topic, sound: "none" });
    const done = run(change, () => prefer(silent), "Not muted");
    offerUndo(`“${topicName}” is silent`, done, async () => {
      const answer = await done;
      if (!answer.ok) return;
      const back = newChange({ kind: "sound", topic, sound });
      run(back, () => prefer(answer.changed.undo), "Still silent");
    });
  }

  function markAllRead(upTo: string) {
    const done = run(newChange({ kind: "readAll", upTo }), () => server().markAllRead(upTo), "Not marked as read");
    offerUndo("All marked as read", done, async () => {
      const answer = await done;
      if (!answer.ok) return;
      const { ids, readAt } = answer;
      run(newChange({ kind: "unreadAll", ids }), () => server().undoMarkAll(readAt), "Still marked as read");
    });
  }

  return {
    many: { setRead, archive, restore, snooze, wake },
    setRead: (item, read, quietly) => setRead([item], read, quietly),
    archive: (item) => archive([item]),
    snooze: (item, choice) => snooze([item], choice),
    hideTopic,
    mute,
    markAllRead,
    acknowledge: (id) => server().acknowledge(id),
    explain: (id) => server().explain(id),
  };
}

// One message at a time, in one place: the last thing done is the one that can be undone.
const MESSAGE = "bell";
const STAY = 10_000;

/** The offer shows at once; taken early, it waits for the server, so that the two do not cross. */
function offerUndo(words: string, done: Promise<{ ok: boolean }>, undo: () => unknown) {
  const take = async () => {
    if ((await done).ok) undo();
  };
  toast.success(words, { id: MESSAGE, duration: STAY, description: null, action: { label: "Undo", onClick: take } });
}

// The same message says the contrary now, so it must not keep the offer to undo.
function sayFailed(failure: string, detail: string) {
  toast.error(failure, { id: MESSAGE, duration: STAY, description: detail, action: undefined });
}

function noAnswer() {
  return OFFLINE;
}

let keys = 0;

type Fresh = Change extends infer Each ? (Each extends Change ? Omit<Each, "key" | "at"> : never) : never;

function newChange(change: Fresh): Change {
  return { ...change, key: ++keys, at: new Date().toISOString() } as Change;
}

function idsOf(items: readonly FeedItem[]): string[] {
  return items.map(({ id }) => id);
}

/** `Archived` of one; `3 archived` of more. */
function counted(items: readonly FeedItem[], words: string): string {
  return items.length === 1 ? words : `${items.length} ${lower(words)}`;
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
