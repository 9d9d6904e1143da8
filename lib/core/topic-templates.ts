import { z } from "zod";
import type { Medium } from "./channel";
import { compileMessage, type Merged, type Message, type MessageRecipient, type TellableEvent } from "./message";
import { TemplateInput } from "./source-input";
import { type Topic, WORDED_MEDIA } from "./topic";

/** Lengths of templates, in characters. */
export const MOST = { title: 2000, body: 10_000, url: 2000 } as const;

const Title = TemplateInput(MOST.title).nullable().default(null);
const Body = TemplateInput(MOST.body).nullable().default(null);
const OfMedium = z.strictObject({ title: Title, body: Body }).optional();

/** What a workspace says instead of a topic's own templates (R86); null: as the topic has it, of a medium as everywhere. */
export const TopicTemplates = z.strictObject({
  title: Title,
  body: Body,
  url: TemplateInput(MOST.url).nullable().default(null),
  media: z.strictObject({ email: OfMedium, apps: OfMedium, mobile: OfMedium }).default({}),
});
export type TopicTemplates = z.output<typeof TopicTemplates>;

/** The topic as the workspace words it. */
export function withTemplates(topic: Topic, templates: TopicTemplates | null): Topic {
  if (!templates) return topic;
  const { title, body, url, media } = templates;
  return { ...topic, title: title ?? topic.title, body: body ?? topic.body, url: url ?? topic.url, wording: media };
}

/** The same without what says nothing of its own; null when nothing is left. */
export function trimTemplates({ media, ...common }: TopicTemplates): TopicTemplates | null {
  const worded = WORDED_MEDIA.filter((medium) => isWorded(media[medium]));
  if (!isWorded(common) && common.url === null && worded.length === 0) return null;
  return { ...common, media: Object.fromEntries(worded.map((medium) => [medium, media[medium]])) };
}

function isWorded(own: { title: string | null; body: string | null } | undefined): boolean {
  return own !== undefined && (own.title !== null || own.body !== null);
}

interface Told {
  topic: Topic;
  medium: Medium;
  event: TellableEvent;
  app: { name: string } | null;
  recipient: MessageRecipient;
  /** Where one notification tells of several events. */
  merged?: Merged;
}

/**
 * What a medium says in words of its own, and nothing of what it says as all do. Of several events, only words that speak of
 * them: others would name one record, and leave the rest out. Null where a template is over its limits (S12).
 */
export function saidOn({
  topic,
  medium,
  event,
  app,
  recipient,
  merged,
}: Told): Partial<Pick<Message, "title" | "body">> | null {
  const own = medium === "desktop" ? undefined : topic.wording?.[medium];
  if (!own) return {};
  const isSaid = (source: string | null) => source !== null && (!merged || /\bnotification\b/.test(source));
  const worded = { ...topic, title: own.title ?? topic.title, body: own.body ?? topic.body };
  const said = compileMessage(worded, event, app, merged).render(recipient);
  if (!said) return null;
  const { title, body } = said;
  return { ...(isSaid(own.title) && { title }), ...(isSaid(own.body) && { body }) };
}
