import type { Answer } from "@/components/ui/answer";
import type { Explanation } from "@/lib/core/explanation";
import type { PreferenceChange } from "@/lib/core/preference-change";

/** What a person can do to their own notifications. The page passes server actions; ids of others are not found. */
export interface BellActions {
  setRead(ids: string[], read: boolean): Promise<Answer>;
  /** These were shown in an open bell. */
  setSeen(ids: string[]): Promise<Answer>;
  setArchived(ids: string[], archived: boolean): Promise<Answer>;
  /** `until` is RFC 3339; null wakes them. */
  setSnoozed(ids: string[], until: string | null): Promise<Answer>;
  /**
   * Marks what is unread up to and with `position` (U8). Answers the moment, by which it is undone, and the ids of the
   * first 1,000, which is as far as a count goes.
   */
  markAllRead(position: string): Promise<Answer<{ readAt: string; ids: string[] }>>;
  undoMarkAll(readAt: string): Promise<Answer>;
  /** Answers with the change that takes this one back. */
  changePreferences(change: PreferenceChange): Promise<Answer<{ undo: PreferenceChange }>>;
  /** Takes note of a broadcast, and reads it. */
  acknowledge(id: string): Promise<Answer>;
  explain(id: string): Promise<Answer<Explanation>>;
}
