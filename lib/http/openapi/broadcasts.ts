import { z } from "zod";
import { BroadcastReach } from "@/lib/core/broadcast-input";
import { changeBroadcast } from "@/lib/usecases/broadcasts/change-broadcast";
import { createBroadcast } from "@/lib/usecases/broadcasts/create-broadcast";
import { getBroadcast } from "@/lib/usecases/broadcasts/read-broadcasts";
import { recallBroadcast } from "@/lib/usecases/broadcasts/recall-broadcast";
import type { Operation } from "./operation";

const Time = z.iso.datetime();
const MaybeTime = Time.nullable();

const Broadcast = z.strictObject({
  id: z.string(),
  status: z.enum(["scheduled", "sending", "sent", "recalled"]),
  title: z.string(),
  body: z.string(),
  body_html: z.string().describe("The body with its tags, cleaned"),
  url: z.string().nullable(),
  groups: BroadcastReach.groups,
  sender: z.string(),
  email: z.boolean(),
  urgency: BroadcastReach.urgency.unwrap(),
  require_acknowledgement: z.boolean(),
  deliver_at: Time,
  expires_at: MaybeTime,
  created_at: Time,
  updated_at: Time,
  started_at: MaybeTime,
  finished_at: MaybeTime,
  paused_at: MaybeTime,
  approval_wanted_at: MaybeTime.describe("Since when it waits for a second person's yes; null where nobody has to"),
  approved_at: MaybeTime,
  recalled_at: MaybeTime,
  expired_at: MaybeTime,
  reminded_at: MaybeTime,
  audience: z.int().describe("How many it is for"),
  decided: z.int(),
  progress: z.number().describe("0 to 1; it never goes back"),
  notified: z.int(),
});
const BroadcastWithReaders = z.strictObject({
  ...Broadcast.shape,
  read: z.int(),
  acknowledged: z.int(),
  failed: z.int().describe("Messages about it, by email or in other apps, that could not be delivered"),
});

const shared = { tag: "Broadcasts", scope: "broadcasts:write" } as const;

export const broadcasts: readonly Operation[] = [
  {
    ...shared,
    method: "POST",
    path: "/broadcasts",
    useCase: createBroadcast,
    summary: "Write to groups, or to everyone",
    details:
      "The body takes b, i, strong, em, br, span, div, p and a with an address; the rest is removed. " +
      "Email follows what each person chose; critical goes by email to everybody.",
    status: 202,
    answer: Broadcast,
    example: { title: "Closed on Friday", body: "We are <b>closed</b> on Friday.", groups: ["sales"] },
  },
  {
    ...shared,
    method: "GET",
    path: "/broadcasts/{id}",
    useCase: getBroadcast,
    summary: "Read one: how far it is, and who read it",
    answer: BroadcastWithReaders,
  },
  {
    ...shared,
    method: "PATCH",
    path: "/broadcasts/{id}",
    useCase: changeBroadcast,
    summary: "Edit what people see",
    details:
      "Who has it already sees the new words too; email that has left stays as it was. " +
      "Its numbers are part of its ETag: while people read it, read it again shortly before.",
    answer: BroadcastWithReaders,
  },
  {
    ...shared,
    method: "POST",
    path: "/broadcasts/{id}/recall",
    useCase: recallBroadcast,
    summary: "Take one back",
    details: "It disappears from everybody's bell and inbox, and nobody else is told.",
    answer: BroadcastWithReaders,
  },
];
