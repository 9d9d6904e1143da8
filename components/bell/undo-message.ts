import { toast } from "@/components/ui/toast";
import type { FeedItem } from "@/lib/core/feed-item";

// One message at a time, in one place: the last thing done is the one that can be undone.
const MESSAGE = "bell";
const STAY = 10_000;

/** The offer shows at once; taken early, it waits for the server, so that the two do not cross. */
export function offerUndo(words: string, done: Promise<{ ok: boolean }>, undo: () => unknown) {
  const take = async () => {
    if ((await done).ok) undo();
  };
  toast.success(words, { id: MESSAGE, duration: STAY, description: null, action: { label: "Undo", onClick: take } });
}

/** The same message says the contrary now, so it does not keep the offer to undo. */
export function sayFailed(failure: string, detail: string) {
  toast.error(failure, { id: MESSAGE, duration: STAY, description: detail, action: undefined });
}

/** `Archived` of one; `3 archived` of more. */
export function counted(items: readonly FeedItem[], words: string): string {
  return items.length === 1 ? words : `${items.length} ${lower(words)}`;
}

/** Words that a sentence goes on with. */
export function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
