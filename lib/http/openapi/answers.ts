import { z } from "zod";
import { CHANNELS, MEDIA, OUTCOMES, REASONS } from "@/lib/core/channel";
import { EVENT_STATUSES, EventInput } from "@/lib/core/event";
import { OwnTopic } from "@/lib/core/own-topic";
import { ROLES } from "@/lib/core/role";
import { SOUNDS } from "@/lib/core/sound";
import { FEEDS } from "@/lib/core/topic";

/** What the API answers, as its document says and its tests hold each answer against (C1). */

const Time = z.iso.datetime();
const MaybeTime = Time.nullable();

/** A page of a list. */
export function listOf(item: z.ZodType, more: z.ZodRawShape = {}) {
  return z.strictObject({ data: z.array(item), ...more, next_cursor: z.string().nullable() });
}

const Accepted = z.strictObject({ id: z.string(), status: z.enum(["accepted", "scheduled"]) });
export const AcceptedBatch = z.strictObject({ ids: z.array(z.string()) });
/** One event, or several CloudEvents at once. */
export const AcceptedAny = z.union([Accepted, AcceptedBatch]);
export const Cancelled = z.strictObject({ id: z.string(), status: z.literal("cancelled") });

const Decided = z.strictObject({
  channel: z.enum(CHANNELS),
  outcome: z.enum(OUTCOMES),
  reason: z.enum(REASONS),
  source: z.string().describe("required, user, profile:<name>, account, catalogue, event or system"),
  at: Time,
});
const Decision = z.strictObject({
  user: z.string(),
  notification_id: z.string().nullable(),
  channels: z.array(Decided),
});
export const Event = z.strictObject({
  ...EventInput.shape,
  id: z.string(),
  status: z.enum(EVENT_STATUSES),
  app_id: z.string().nullable(),
  created_at: Time,
  due_at: Time,
  processed_at: MaybeTime,
  decisions: z.array(Decision),
  next_cursor: z.string().nullable(),
});

/** What an event would do; of a big audience the first thousand. */
export const DryRun = z.strictObject({
  status: z.enum(["accepted", "scheduled"]),
  due_at: Time,
  decisions: z.array(Decision.extend({ notification_id: z.null() })),
  truncated: z.boolean(),
});

const { default_on, section, ...told } = OwnTopic.shape;
export const Topic = z.strictObject({ ...told, section: z.string(), default_on: z.array(z.enum(MEDIA)) });

export const User = z.strictObject({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  time_zone: z.string().nullable(),
  locale: z.string().nullable(),
  permissions: z.array(z.string()),
  active: z.boolean(),
  created_at: Time,
  updated_at: Time,
});
export const Group = z.strictObject({ id: z.string(), name: z.string(), created_at: Time, updated_at: Time });
const Member = z.strictObject({ user: z.string(), main: z.boolean(), manager: z.boolean() });
export const GroupWithMembers = Group.extend({ members: z.array(Member), next_cursor: z.string().nullable() });
export const Members = z.strictObject({ members: z.int() });

const Setting = z.strictObject({ enabled: z.boolean(), source: z.string() });
const TopicSetting = Setting.extend({ required: z.boolean() });
export const Preferences = z.strictObject({
  channels: z.record(z.enum(CHANNELS), Setting),
  topics: z.record(
    z.string(),
    z.strictObject({
      ...Object.fromEntries(MEDIA.map((medium) => [medium, TopicSetting.optional()])),
      sound: z.enum([...SOUNDS, "none"]).nullable(),
    }),
  ),
});

export const Notification = z.strictObject({
  id: z.string(),
  event_id: z.string(),
  topic: z.string(),
  title: z.string(),
  body: z.string(),
  body_html: z.string().optional().describe("Of a broadcast: the body with its tags, cleaned"),
  url: z.string().nullable(),
  actor: z.strictObject({ user: z.string().optional(), name: z.string() }).nullable(),
  subject: EventInput.shape.subject.unwrap().nullable(),
  app: z.object({ name: z.string(), icon: z.string().nullable() }).nullable(),
  feed: z.enum(FEEDS).nullable(),
  count: z.int(),
  status: z.enum(["running", "success", "failure"]).nullable(),
  progress: z.number().nullable(),
  file_url: z.string().nullable(),
  in_bell: z.boolean(),
  created_at: Time,
  updated_at: Time,
  seen_at: MaybeTime,
  read_at: MaybeTime,
  archived_at: MaybeTime,
  snoozed_until: MaybeTime,
});
export const Notifications = listOf(Notification, {
  unread: z.int().describe("1000 means more than 999"),
});
export const AllRead = z.strictObject({ marked: z.int(), read_at: Time, unread: z.int() });

/** Every fault (RFC 9457). */
export const Problem = z.strictObject({
  type: z.string().describe("An address on this host that says how to mend it"),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  request_id: z.string(),
  errors: z
    .array(
      z.strictObject({
        pointer: z.string().describe("JSON Pointer into the body"),
        detail: z.string(),
        position: z.int().optional().describe("Within a template or condition: characters from its start"),
      }),
    )
    .optional(),
});
