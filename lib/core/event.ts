import { z } from "zod";
import { Instant } from "./instant";

export const ORIGINS = ["ui", "api", "import", "automation"] as const;
export type Origin = (typeof ORIGINS)[number];

/**
 * An id that an integration chose for a user, group or record. Without characters beyond U+DFFF, JavaScript, SQLite
 * and PostgreSQL sort ids alike, and a cursor over an audience means the same in each.
 */
export const ExternalId = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[^\p{Cc}\u{e000}-\u{10ffff}]*$/u, "Use an id of letters, digits and punctuation, without emoji.");

const Relation = z.string().min(1).max(64);
const Recipient = z.union(
  [
    z.strictObject({ user: ExternalId, as: Relation.optional() }),
    z.strictObject({ group: ExternalId, as: Relation.optional() }),
    z.strictObject({ email: z.email().max(254), as: Relation.optional() }),
  ],
  { error: "Name one of user, group or email, and as where the relation matters." },
);
export type Recipient = z.infer<typeof Recipient>;

const Actor = z.union([z.strictObject({ user: ExternalId }), z.strictObject({ name: z.string().min(1).max(200) })], {
  error: "An actor is either a user or a name.",
});

export const Link = z
  .string()
  .max(2048)
  .refine(isSafeLink, { error: "Use an http, https or mailto address, or a path of this site." });

const Subject = z.strictObject({
  type: z.string().min(1).max(64),
  id: ExternalId,
  title: z.string().max(300).optional(),
  url: Link.optional(),
});

/** What an integration posts (api.md, Events). Only `topic` and `recipients` are required. */
export const EventInput = z.strictObject({
  topic: z.string().min(1).max(120),
  recipients: z.array(Recipient).min(1).max(1000),
  actor: Actor.optional(),
  subject: Subject.optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  visible_to: z
    .strictObject({
      users: z.array(ExternalId).max(1000).optional(),
      groups: z.array(ExternalId).max(100).optional(),
      permissions: z.array(z.string().min(1).max(120)).max(100).optional(),
    })
    .optional(),
  origin: z.enum(ORIGINS).default("ui"),
  update_key: z.string().min(1).max(200).optional(),
  deliver_at: Instant.optional(),
  occurred_at: Instant.optional(),
  title: z.string().min(1).max(500).optional(),
  body: z.string().max(5000).optional(),
  url: Link.optional(),
});
export type EventInput = z.infer<typeof EventInput>;

export const EVENT_STATUSES = ["accepted", "scheduled", "merging", "processed", "cancelled"] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/**
 * True for what a person may be sent to: http, https, mailto, or a path of this site (S8, S9). No name before a host
 * (`https://bank.example@evil.example`): it reads as the host that it is not.
 */
export function isSafeLink(link: string): boolean {
  if (/[\s\\\p{Cc}]/u.test(link)) return false;
  if (link.startsWith("/")) return !link.startsWith("//");
  if (!/^(https?:\/\/[^/]|mailto:)/i.test(link) || !URL.canParse(link)) return false;
  const { username, password } = new URL(link);
  return username === "" && password === "";
}
