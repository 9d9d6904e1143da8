import type { Medium } from "./channel";
import type { Message } from "./message";
import type { SampleEvent } from "./sample-event";
import type { WordedMedium } from "./topic";
import type { TopicTemplates } from "./topic-templates";

/** A topic's templates as an admin reads and writes them. */
export interface TemplatesView {
  key: string;
  name: string;
  media: Medium[];
  /** The topic's own. */
  shipped: { title: string; body: string; url: string };
  /** What the workspace says instead; null: nothing. */
  templates: TopicTemplates | null;
  /** The latest event of the topic, else one made up for it. */
  sample: SampleEvent;
}

/** What templates say of a sample, and what is wrong with which. */
export interface TemplatesPreview {
  common: Message;
  media: Partial<Record<WordedMedium, Pick<Message, "title" | "body">>>;
  /** `pointer` as in what was sent: `/title`, `/media/email/body`. */
  faults: { pointer: string; detail: string }[];
}
