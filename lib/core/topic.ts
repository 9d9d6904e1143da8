import { MEDIA, type Medium } from "./channel";
import type { Origin } from "./event";
import type { Role } from "./role";

export const URGENCIES = ["normal", "high", "critical"] as const;
type Urgency = (typeof URGENCIES)[number];

/** The bell tab that a topic's notifications show in, besides All (R6 to R8). */
export const FEEDS = ["downloads", "apps"] as const;
export type Feed = (typeof FEEDS)[number];

/** The media that may say it in words of their own; on the desktop it is what the notification itself says (R86). */
export const WORDED_MEDIA = ["email", "apps", "mobile"] as const satisfies Medium[];
export type WordedMedium = (typeof WORDED_MEDIA)[number];

/** A kind of event a person can choose about. Fields as in catalogue.md. */
export interface Topic {
  /** `section.event`, as integrations post it. */
  key: string;
  name: string;
  /** Key of the section it is listed under. */
  section: string;
  /** Relations it tells; empty admits any. */
  audience: string[];
  strict: boolean;
  media: Medium[];
  defaultOn: Medium[];
  required: Medium[];
  permission: string | null;
  role: Role | null;
  /** CEL over `data`, `subject`, `actor`, `origin`, `recipient`. */
  condition: string | null;
  members: "main" | null;
  /** Whether assignments of this topic merge, and for how long; seconds. */
  mergeSeconds: number | null;
  alignSeconds: number | null;
  sticky: boolean;
  feed: Feed | null;
  ignoreOrigins: Origin[];
  allowOwnAction: boolean;
  digest: "weekly" | "friday" | null;
  urgency: Urgency;
  /** The requirement lines it must show. */
  requirements: string[];
  /** Liquid templates over `actor`, `subject`, `data`, `recipient`, `app`, `notification`. */
  title: string;
  body: string;
  url: string;
  /** What some media say in words of their own (R86). */
  wording?: Partial<Record<WordedMedium, { title: string | null; body: string | null }>>;
}

/** A topic of which nothing special is said: offered everywhere, on for desktop, open to anyone, linked to its record. */
export function plainTopic(): Omit<Topic, "key" | "name" | "section" | "title"> {
  return {
    audience: [],
    strict: false,
    media: [...MEDIA],
    defaultOn: ["desktop"],
    required: [],
    permission: null,
    role: null,
    condition: null,
    members: null,
    mergeSeconds: null,
    alignSeconds: null,
    sticky: false,
    feed: null,
    ignoreOrigins: [],
    allowOwnAction: false,
    digest: null,
    urgency: "normal",
    requirements: [],
    body: "",
    url: "{{ subject.url }}",
  };
}

export interface Section {
  key: string;
  name: string;
  description: string;
  topics: Topic[];
}
