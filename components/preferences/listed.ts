import type { Sound } from "@/lib/core/sound";

/** One topic as a list shows it: whose preferences these are, the list does not know. */
export interface ListedTopic {
  key: string;
  name: string;
  enabled: boolean;
  /** Where the value comes from, in a few quiet words: `company default`. */
  source: string;
  /** Why nobody can switch it off here, as a sentence. Its checkbox stays in the tab order and says so (U14). */
  locked?: string;
  /** Whether `reset` would change something. */
  resettable: boolean;
  /** Of its own; null: the one for all. Only where the list has `sounds`. */
  sound?: Sound | null;
}

export interface ListedSection {
  key: string;
  name: string;
  topics: ListedTopic[];
}

/** By topic key: on, off, or null for back to what is inherited. */
export type TopicChange = Record<string, boolean | null>;

/** What became of a change, shown at the place where it was made. `turn` differs for each save. */
export type Note = { kind: "saved"; turn: number } | { kind: "failed"; detail: string };

/** By where the change was made: a topic's or a section's key, or a name that the page gives to a control of its own. */
export type Notes = Readonly<Record<string, Note>>;
