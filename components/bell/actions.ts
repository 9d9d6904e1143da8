import type { Explanation } from "@/lib/core/explanation";

/** A server action's answer. `detail` says in plain words why it did not happen. */
export type Answer<T = unknown> = ({ ok: true } & T) | { ok: false; detail: string };

/** What a person can do to their own notifications. The page passes server actions; ids of others are not found. */
export interface BellActions {
  setRead(ids: string[], read: boolean): Promise<Answer>;
  setArchived(ids: string[], archived: boolean): Promise<Answer>;
  /** Marks what is unread up to and with `position`, and answers which those were, so that it can be undone (U8). */
  markAllRead(position: string): Promise<Answer<{ ids: string[] }>>;
  undoMarkAll(ids: string[]): Promise<Answer>;
  explain(id: string): Promise<Answer<{ explanation: Explanation }>>;
}
