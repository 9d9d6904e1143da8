import { type EventInput, isSafeLink } from "./event";
import { shortened } from "./shortened";
import { OVER_LIMITS, parseTemplate, type Rendered } from "./template";
import type { Topic } from "./topic";

/** What a message is made from; the actor's name is looked up beforehand. */
export type TellableEvent = Pick<EventInput, "subject" | "data" | "title" | "body" | "url"> & {
  actor?: { name: string; user?: string };
};

export interface MessageRecipient {
  id: string;
  name: string;
  email: string;
  /** IANA name; null where the person has none. */
  timeZone?: string | null;
}

/** How many records a merged notification names. */
export const MOST_TITLES = 5;

/** What one notification of several events tells, beside the newest of them (R78). */
export interface Merged {
  /** How many events; at least 2. */
  count: number;
  /** Of their records, the newest first. */
  titles: readonly string[];
}

/** Plain text for every channel to escape in its own way. */
export interface Message {
  /** One line of 1 to 500 characters. */
  title: string;
  /** At most 5,000 characters; may be empty. */
  body: string;
  /** A safe link (S8, S9), or null. */
  url: string | null;
}

/**
 * Prepares what one event says. It is rendered once when its templates do not mention the recipient.
 * The event's own `title`, `body` and `url` are taken as they are, not as templates; not so where it speaks for others.
 * `render` answers null where a template is over its limits: then nobody is told half of it (S12).
 */
export function compileMessage(
  topic: Pick<Topic, "name" | "title" | "body" | "url">,
  event: TellableEvent,
  app: { name: string } | null,
  merged?: Merged,
): { render(recipient: MessageRecipient): Message | null } {
  const { actor, subject, data = {} } = event;
  const scope = { actor, subject, data, app: app && { name: app.name }, notification: merged ?? ALONE };
  const given: Partial<TellableEvent> = merged ? {} : event;
  const parts = [
    partOf(given.title, topic.title),
    partOf(given.body, topic.body),
    partOf(given.url, topic.url),
  ] as const;
  let isOver = false;
  const render = (recipient?: MessageRecipient): Message | null => {
    // Once over the limits, always so: it is not tried again for each of many.
    if (isOver) return null;
    const said = parts.map((part) => part.render({ ...scope, recipient: recipient && shown(recipient) }));
    isOver = said.includes(OVER_LIMITS);
    if (isOver) return null;
    const [title, body, url] = said as Exclude<Rendered, typeof OVER_LIMITS>[];
    return { title: titleFrom(title, topic.name), body: bodyFrom(body), url: linkFrom(url) };
  };
  if (parts.some((part) => part.mentionsRecipient)) return { render };
  const common = Object.freeze(render());
  return { render: () => common };
}

const ALONE = { count: 1 };

/** The text that came with the event, else the topic's template; a template that cannot be read says nothing. */
function partOf(given: string | undefined, source: string) {
  if (given !== undefined) return { mentionsRecipient: false, render: () => given };
  const template = parseTemplate(source);
  return "error" in template ? { mentionsRecipient: false, render: () => null } : template;
}

function shown({ id, name, email, timeZone }: MessageRecipient): object {
  return { id, name, email, time_zone: timeZone };
}

function titleFrom(text: string | null | undefined, fallback: string): string {
  return shortened(oneLine(text ?? ""), 500) || shortened(oneLine(fallback), 500);
}

function bodyFrom(text: string | null | undefined): string {
  return shortened((text ?? "").trim(), 5000);
}

function linkFrom(text: string | null | undefined): string | null {
  const link = (text ?? "").trim();
  return link.length <= 2048 && isSafeLink(link) ? link : null;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
