import type { BroadcastRequest } from "@/lib/core/broadcast-input";
import { instantOf } from "@/lib/core/local-time";
import type { Topic } from "@/lib/core/topic";

/** What the form holds. `at` and `endsAt` are what a clock in `zone` shows: `2026-12-01T09:00`. */
export interface Draft {
  /** The same words are sent once of it, however often they are asked to be. */
  id: string;
  title: string;
  body: string;
  url: string;
  everyone: boolean;
  groups: string[];
  email: boolean;
  urgency: Topic["urgency"];
  later: boolean;
  at: string;
  zone: string;
  ends: boolean;
  endsAt: string;
  acknowledge: boolean;
}

/** The fields that can be at fault, in the order of the form. */
export const FIELDS = ["title", "body", "url", "groups", "deliver_at", "expires_at"] as const;
type FieldName = (typeof FIELDS)[number];
export type Faults = Partial<Record<FieldName, string>>;

export function newDraft(zone: string, everyone: boolean): Draft {
  const words = { title: "", body: "", url: "" };
  const reach = { everyone, groups: [], email: true, urgency: "normal" } as const;
  const id = crypto.getRandomValues(new Uint32Array(4)).join("-");
  return {
    id,
    ...words,
    ...reach,
    groups: [],
    later: false,
    at: "",
    zone,
    ends: false,
    endsAt: "",
    acknowledge: false,
  };
}

/** What is missing or cannot be, before anybody is asked. */
export function faultsOf(draft: Draft, now: Date): Faults {
  const faults: Faults = {};
  if (draft.title.trim() === "") faults.title = "Give it a title.";
  if (!draft.everyone && draft.groups.length === 0) faults.groups = "Choose at least one group.";
  const at = draft.later ? momentOf(draft.at, draft.zone) : now;
  if (!at) faults.deliver_at = "Choose a day and a time.";
  else if (at < now) faults.deliver_at = "That has passed already.";
  const end = draft.ends ? momentOf(draft.endsAt, draft.zone) : undefined;
  if (end === null) faults.expires_at = "Choose a day and a time.";
  else if (end && at && end <= at) faults.expires_at = "Choose a time after it is sent.";
  return faults;
}

/** The faults that the server found, by field. */
export function faultsFrom(errors: readonly { pointer: string; detail: string }[] = []): Faults {
  const faults: Faults = {};
  for (const { pointer, detail } of errors) {
    const name = FIELDS.find((field) => pointer === `/${field}` || pointer.startsWith(`/${field}/`));
    if (name) faults[name] ??= detail;
  }
  return faults;
}

export function requestOf(draft: Draft): BroadcastRequest {
  const at = draft.later ? momentOf(draft.at, draft.zone) : null;
  const end = draft.ends ? momentOf(draft.endsAt, draft.zone) : null;
  return {
    title: draft.title,
    body: draft.body,
    url: draft.url.trim() || null,
    groups: draft.everyone ? "everyone" : draft.groups,
    email: draft.email,
    urgency: draft.urgency,
    require_acknowledgement: draft.acknowledge,
    ...(at && { deliver_at: at.toISOString() }),
    ...(end && { expires_at: end.toISOString() }),
  };
}

/** The moment at which clocks in `zone` show that; null for what is no time. */
export function momentOf(shown: string, zone: string): Date | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(shown)?.slice(1).map(Number);
  if (!parts) return null;
  const [year, month, day, hour, minute] = parts as [number, number, number, number, number];
  return instantOf({ year, month, day, hour, minute }, zone);
}
