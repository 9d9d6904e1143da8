import type { Medium } from "./channel";
import type { OwnTopic } from "./own-topic";

/** A topic in the list of an admin. */
export interface TopicRow {
  key: string;
  name: string;
  media: Medium[];
  /** Of the workspace's own; else it ships with Belfry. */
  own: boolean;
  /** Whether the workspace says something else than it was made with. */
  worded: boolean;
}

export interface CatalogueSection {
  key: string;
  name: string;
  topics: TopicRow[];
}

/** One topic as an admin reads and writes it. */
export interface TopicDetails {
  topic: OwnTopic;
  own: boolean;
  worded: boolean;
  sections: { key: string; name: string }[];
}
