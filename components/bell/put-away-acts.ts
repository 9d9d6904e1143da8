import { idsOf, newChange, type Runner } from "@/components/bell/run-change";
import { counted, offerUndo } from "@/components/bell/undo-message";
import type { FeedItem } from "@/lib/core/feed-item";
import type { SnoozeChoice } from "@/lib/core/snooze";

/** Archives and snoozes, and brings back. */
export function putAwayActs({ server, run }: Runner) {
  function archive(items: FeedItem[]) {
    offerUndo(counted(items, "Archived"), setArchived(items, true), () => setArchived(items, false));
  }

  function restore(items: FeedItem[]) {
    offerUndo(counted(items, "Back in the inbox"), setArchived(items, false), () => setArchived(items, true));
  }

  function snooze(items: FeedItem[], { words, until }: Pick<SnoozeChoice, "words" | "until">) {
    const done = setSnoozed(items, until.toISOString());
    offerUndo(counted(items, `Snoozed ${words}`), done, () => snoozeAsBefore(items));
  }

  function wake(items: FeedItem[]) {
    offerUndo(counted(items, "Back in the inbox"), setSnoozed(items, null), () => snoozeAsBefore(items));
  }

  function setArchived(items: FeedItem[], archived: boolean) {
    const change = newChange({ kind: archived ? "archive" : "restore", items });
    const failure = archived ? "Not archived" : "Not brought back";
    return run(change, () => server().setArchived(idsOf(items), archived), failure);
  }

  function setSnoozed(items: FeedItem[], until: string | null) {
    const change = newChange(until === null ? { kind: "wake", items } : { kind: "snooze", items, until });
    const failure = until === null ? "Still snoozed" : "Not snoozed";
    return run(change, () => server().setSnoozed(idsOf(items), until), failure);
  }

  /** One question for each time until which some of them slept. */
  function snoozeAsBefore(items: FeedItem[]) {
    for (const until of new Set(items.map(({ snoozedUntil }) => snoozedUntil))) {
      const asleep = items.filter(({ snoozedUntil }) => snoozedUntil === until);
      setSnoozed(asleep, until);
    }
  }

  return { archive, restore, snooze, wake };
}
