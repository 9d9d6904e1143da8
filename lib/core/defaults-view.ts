import type { Medium } from "./channel";
import type { Cell, CellChange } from "./defaults";

/** A topic as far as its defaults go. */
export interface TopicDefaults {
  key: string;
  name: string;
  media: Medium[];
  /** As Belfry ships. */
  defaultOn: Medium[];
  required: Medium[];
}

interface SectionDefaults {
  key: string;
  name: string;
  description: string;
  topics: TopicDefaults[];
}

/** A saved change, as the list of the latest shows it. */
export interface SavedChange {
  id: string;
  by: string;
  /** RFC 3339, as is `undoneAt`. */
  at: string;
  undoneAt: string | null;
  cells: CellChange[];
  everyone: boolean;
}

/** All that the editor of the defaults shows. */
export interface DefaultsView {
  /** Strongest first; the account's own defaults are none of them. */
  profiles: { id: string; name: string; people: number; groups: string[] }[];
  /** Everybody who can sign in. */
  people: number;
  groups: { id: string; name: string; people: number }[];
  chosen: {
    id: string;
    version: string;
    says: CellChange[];
    /** What stands behind it: what the account says, for a profile. */
    inherits: CellChange[];
  };
  sections: SectionDefaults[];
  /** Newest first. */
  changes: SavedChange[];
}

/** Who gets something else after a change, as pages show it. */
export interface ComparisonView {
  /** People for whom something changes. */
  changed: number;
  /** People whose own choice holds in something that changes. */
  keeping: number;
  /** Each with the topic's name; null for a channel's switch. */
  cells: (Cell & { name: string | null; changed: number; keeping: number })[];
}
