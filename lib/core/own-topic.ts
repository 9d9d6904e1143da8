import { z } from "zod";
import { MEDIA, type Medium } from "./channel";
import { ORIGINS } from "./event";
import { ROLES } from "./role";
import { ConditionInput, TemplateInput } from "./source-input";
import { FEEDS, type Topic, URGENCIES } from "./topic";
import { MOST } from "./topic-templates";

const Media = z.array(z.enum(MEDIA)).max(MEDIA.length);
const Seconds = z.number().int().min(1).max(86_400);

/** The parts of a topic that say what its notifications say: Liquid over `actor`, `subject`, `data`, `recipient`, `app`. */
const Templates = z.strictObject({
  title: TemplateInput(MOST.title),
  body: TemplateInput(MOST.body),
  url: TemplateInput(MOST.url),
});

/** `section.event`, as integrations post it. */
const TopicKey = z
  .string()
  .max(120)
  .regex(/^[A-Za-z0-9][\w-]*(\.[A-Za-z0-9][\w-]*)+$/, "Use a key such as section.event, of letters, digits, _ and -.");

/** A topic as an integration or an admin writes it (catalogue.md). What is not said is as in a topic that ships. */
export const OwnTopic = z
  .strictObject({
    key: TopicKey,
    name: z.string().trim().min(1).max(120),
    section: z
      .string()
      .min(1)
      .max(60)
      .regex(/^[\w-]+$/, "Use letters, digits, _ and -.")
      .optional(),
    audience: z.array(z.string().min(1).max(64)).max(50).default([]),
    strict: z.boolean().default(false),
    media: Media.min(1, { error: "Offer it on at least one medium." }).default([...MEDIA]),
    default_on: Media.optional(),
    required: Media.default([]),
    permission: z.string().min(1).max(120).nullable().default(null),
    role: z.enum(ROLES).nullable().default(null),
    condition: ConditionInput.nullable().default(null),
    members: z.literal("main").nullable().default(null),
    merge_seconds: Seconds.nullable().default(null),
    align_seconds: Seconds.nullable().default(null),
    sticky: z.boolean().default(false),
    feed: z.enum(FEEDS).nullable().default(null),
    ignore_origins: z.array(z.enum(ORIGINS)).max(ORIGINS.length).default([]),
    allow_own_action: z.boolean().default(false),
    digest: z.enum(["weekly", "friday"]).nullable().default(null),
    urgency: z.enum(URGENCIES).default("normal"),
    requirements: z.array(z.string().max(20)).max(50).default([]),
    title: Templates.shape.title.default(""),
    body: Templates.shape.body.default(""),
    url: Templates.shape.url.default("{{ subject.url }}"),
  })
  .superRefine(({ media, default_on, required }, ctx) => {
    for (const [field, list] of Object.entries({ default_on, required })) {
      for (const [index, medium] of (list ?? []).entries()) {
        if (media.includes(medium)) continue;
        ctx.addIssue({ code: "custom", path: [field, index], message: `It is not offered on ${medium}: see media.` });
      }
    }
  });
export type OwnTopic = z.output<typeof OwnTopic>;

/** The topic that it makes. Unsaid: on for desktop, in the section that its key begins with. */
export function topicFrom(said: OwnTopic): Topic {
  return {
    key: said.key,
    name: said.name,
    section: said.section ?? said.key.split(".")[0]!,
    audience: said.audience,
    strict: said.strict,
    media: inOrder(said.media),
    defaultOn: inOrder(said.default_on ?? said.media.filter((medium) => medium === "desktop")),
    required: inOrder(said.required),
    permission: said.permission,
    role: said.role,
    condition: said.condition,
    members: said.members,
    mergeSeconds: said.merge_seconds,
    alignSeconds: said.align_seconds,
    sticky: said.sticky,
    feed: said.feed,
    ignoreOrigins: said.ignore_origins,
    allowOwnAction: said.allow_own_action,
    digest: said.digest,
    urgency: said.urgency,
    requirements: said.requirements,
    title: said.title,
    body: said.body,
    url: said.url,
  };
}

function inOrder(media: readonly Medium[]): Medium[] {
  return MEDIA.filter((medium) => media.includes(medium));
}
