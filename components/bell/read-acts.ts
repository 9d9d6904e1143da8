import { idsOf, newChange, type Runner } from "@/components/bell/run-change";
import { counted, lower, offerUndo } from "@/components/bell/undo-message";
import type { FeedItem } from "@/lib/core/feed-item";

/** Marks as read and unread. */
export function readActs({ server, run }: Runner) {
  function setRead(given: FeedItem[], read: boolean, quietly = false) {
    const items = given.filter(({ readAt }) => (readAt !== null) !== read);
    if (items.length === 0) return;
    const words = read ? "Marked as read" : "Marked as unread";
    const change = newChange({ kind: read ? "read" : "unread", items });
    const done = run(change, () => server().setRead(idsOf(items), read), `Not ${lower(words)}`);
    const changed = items.map((item) => ({ ...item, readAt: read ? change.at : null }));
    if (!quietly) offerUndo(counted(items, words), done, () => setRead(changed, !read, true));
  }

  function markAllRead(upTo: string) {
    const done = run(newChange({ kind: "readAll", upTo }), () => server().markAllRead(upTo), "Not marked as read");
    offerUndo("All marked as read", done, async () => {
      const answer = await done;
      if (!answer.ok) return;
      const { ids, readAt } = answer.value;
      run(newChange({ kind: "unreadAll", ids }), () => server().undoMarkAll(readAt), "Still marked as read");
    });
  }

  return { setRead, markAllRead };
}
