import { MEDIA, type Medium } from "@/lib/core/channel";
import type { Section, Topic } from "@/lib/core/topic";

type Told = Pick<Topic, "key" | "name" | "title"> & Partial<Omit<Topic, "section">>;

/** On by default for what waits on this very person: e-mail, desktop and mobile. */
export const PERSONAL: Medium[] = ["email", "desktop", "mobile"];

/** On by default for what should also be found later in the mailbox. */
export const RECORDED: Medium[] = ["email", "desktop"];

/** A topic from what is special about it. Unsaid: all four media, desktop on, open to anyone, linked to its record. */
export function topic(told: Told): Omit<Topic, "section"> {
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
    ...told,
  };
}

/** A section, which stamps its key on its topics. */
export function section(key: string, name: string, description: string, topics: Omit<Topic, "section">[]): Section {
  return { key, name, description, topics: topics.map((one) => ({ ...one, section: key })) };
}
