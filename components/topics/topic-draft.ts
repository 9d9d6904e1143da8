import { MEDIA, type Medium } from "@/lib/core/channel";
import type { Origin } from "@/lib/core/event";
import type { OwnTopic } from "@/lib/core/own-topic";

/** What a topic does on one medium: one choice, where the catalogue has three lists. */
export type Offer = "none" | "off" | "on" | "required";

/** A topic while it is written: text as it stands in the fields. */
export interface TopicDraft {
  key: string;
  name: string;
  section: string;
  title: string;
  body: string;
  url: string;
  offers: Record<Medium, Offer>;
  audience: string;
  strict: boolean;
  main: boolean;
  allowOwnAction: boolean;
  permission: string;
  role: string;
  condition: string;
  ignoreOrigins: Origin[];
  merge: string;
  align: string;
  digest: string;
  urgency: string;
  feed: string;
  sticky: boolean;
  requirements: string[];
}

/** What each part of the form is given. */
export interface TopicPartProps {
  draft: TopicDraft;
  faults: Readonly<Record<string, string>>;
  set(change: Partial<TopicDraft>): void;
}

/** A new topic: offered everywhere, on for desktop. */
export const NEW_TOPIC: TopicDraft = {
  key: "",
  name: "",
  section: "",
  title: "",
  body: "",
  url: "{{ subject.url }}",
  offers: { email: "off", desktop: "on", apps: "off", mobile: "off" },
  audience: "",
  strict: false,
  main: false,
  allowOwnAction: false,
  permission: "",
  role: "",
  condition: "",
  ignoreOrigins: [],
  merge: "",
  align: "",
  digest: "",
  urgency: "normal",
  feed: "",
  sticky: false,
  requirements: [],
};

export function draftOf(topic: OwnTopic): TopicDraft {
  const { key, name, section = "", title, body, url, strict, urgency, sticky, requirements } = topic;
  return {
    key,
    name,
    section,
    title,
    body,
    url,
    strict,
    urgency,
    sticky,
    requirements,
    offers: Object.fromEntries(MEDIA.map((medium) => [medium, offerOf(topic, medium)])) as TopicDraft["offers"],
    audience: topic.audience.join(", "),
    main: topic.members === "main",
    allowOwnAction: topic.allow_own_action,
    permission: topic.permission ?? "",
    role: topic.role ?? "",
    condition: topic.condition ?? "",
    ignoreOrigins: topic.ignore_origins,
    merge: topic.merge_seconds?.toString() ?? "",
    align: topic.align_seconds?.toString() ?? "",
    digest: topic.digest ?? "",
    feed: topic.feed ?? "",
  };
}

/** As it is sent: what cannot be a topic is for the server to refuse. */
export function topicOf(draft: TopicDraft): OwnTopic {
  const { key, name, section, title, body, url, strict, sticky, requirements, offers } = draft;
  const offered = (...wanted: Offer[]) => MEDIA.filter((medium) => wanted.includes(offers[medium]));
  return {
    key: key.trim(),
    name: name.trim(),
    title,
    body,
    url,
    strict,
    sticky,
    requirements,
    section: section.trim() || undefined,
    audience: listed(draft.audience),
    media: offered("off", "on", "required"),
    default_on: offered("on", "required"),
    required: offered("required"),
    permission: draft.permission.trim() || null,
    role: (draft.role || null) as OwnTopic["role"],
    condition: draft.condition.trim() === "" ? null : draft.condition,
    members: draft.main ? "main" : null,
    merge_seconds: secondsOf(draft.merge),
    align_seconds: secondsOf(draft.align),
    feed: (draft.feed || null) as OwnTopic["feed"],
    ignore_origins: draft.ignoreOrigins,
    allow_own_action: draft.allowOwnAction,
    digest: (draft.digest || null) as OwnTopic["digest"],
    urgency: draft.urgency as OwnTopic["urgency"],
  };
}

/** What is divided by commas. */
function listed(text: string): string[] {
  return text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
}

function offerOf({ media, default_on = [], required }: OwnTopic, medium: Medium): Offer {
  if (required.includes(medium)) return "required";
  if (default_on.includes(medium)) return "on";
  return media.includes(medium) ? "off" : "none";
}

/** What is no number becomes 0, which no topic takes. */
function secondsOf(text: string): number | null {
  return text.trim() === "" ? null : Number(text) || 0;
}
