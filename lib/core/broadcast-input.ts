import { z } from "zod";
import { ExternalId, Link } from "./event";
import { Instant } from "./instant";
import { URGENCIES } from "./topic";

/** What people see of a broadcast. `body` may carry the tags that `cleanBody` leaves. */
const Words = {
  title: z.string().trim().min(1).max(200),
  body: z.string().max(20_000),
  url: Link.nullable(),
};

const Groups = z.union([z.literal("everyone"), z.array(ExternalId).min(1).max(100)], {
  error: 'Name the groups by their ids, 1 to 100 of them, or write "everyone".',
});

/** Whom it is for, and how: what decides who will get it. */
export const BroadcastReach = {
  groups: Groups,
  email: z.boolean().default(true),
  urgency: z.enum(URGENCIES).default("normal"),
};

/** What `POST /broadcasts` takes (api.md, section 2). */
export const BroadcastInput = z.strictObject({
  ...BroadcastReach,
  title: Words.title,
  body: Words.body.default(""),
  url: Words.url.default(null),
  deliver_at: Instant.optional(),
  expires_at: Instant.optional(),
  require_acknowledgement: z.boolean().default(false),
});
export type BroadcastInput = z.output<typeof BroadcastInput>;

/** What `PATCH /broadcasts/{id}` takes: what is not given stays. */
export const BroadcastChange = z.strictObject({
  title: Words.title.optional(),
  body: Words.body.optional(),
  url: Words.url.optional(),
  expires_at: Instant.nullable().optional(),
});

/** The same as the screens ask it. */
export type BroadcastRequest = z.input<typeof BroadcastInput>;
export type ReachRequest = Pick<BroadcastRequest, "groups" | "email" | "urgency"> & { body: string };
export type BroadcastEdit = z.input<typeof BroadcastChange>;
