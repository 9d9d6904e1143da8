import { type BroadcastRow, insertBroadcast } from "@/db/queries/broadcasts";
import { type EventRow, insertEvents } from "@/db/queries/events";
import { lockWorkspace } from "@/db/queries/workspaces";
import { AppError } from "@/lib/app-error";
import { BroadcastInput } from "@/lib/core/broadcast-input";
import type { BroadcastView } from "@/lib/core/broadcast-view";
import { recordAudit } from "../audit/record";
import type { Context } from "../context";
import { knownApps } from "../inbox/known-apps";
import { verb } from "../use-case";
import { broadcastEvent, NEVER } from "./broadcast-event";
import { broadcastView } from "./broadcast-view";
import { storedBody } from "./clean-body";
import { mayBroadcast, refuseAudience } from "./may-broadcast";
import { approversOf, askApprovers } from "./second-person";
import { sizeOf } from "./size-of";

/** Accepts a broadcast: it and its event are on disk then, and deciding takes it from there (R88 to R91). */
export const createBroadcast = verb({
  input: BroadcastInput,
  may: mayBroadcast,
  run: (ctx, input): Promise<BroadcastView> => storeBroadcast(ctx, input),
});

/** Stores a broadcast with its event; `test` is for its maker alone. */
export async function storeBroadcast(
  ctx: Context,
  input: BroadcastInput,
  { test = false }: { test?: boolean } = {},
): Promise<BroadcastView> {
  const { db, workspaceId, now } = ctx;
  const audience = input.groups === "everyone" ? input.groups : [...new Set(input.groups)];
  if (!test) await refuseAudience(ctx, audience);
  const dueAt = input.deliver_at && !test ? new Date(Math.max(Date.parse(input.deliver_at), +now)) : now;
  const expiresAt = input.expires_at === undefined ? null : new Date(input.expires_at);
  if (expiresAt && expiresAt <= dueAt) {
    const detail = "Choose a time after it is sent.";
    throw new AppError("unprocessable", detail, { errors: [{ pointer: "/expires_at", detail }] });
  }
  const sender = await senderOf(ctx);
  const people = test ? 1 : await sizeOf(db.read, workspaceId, audience);
  const fresh = {
    id: ctx.newId("brd"),
    workspaceId,
    ...sender,
    title: input.title,
    url: input.url,
    audience,
    ...storedBody(input.body),
    email: input.email,
    urgency: input.urgency,
    requireAcknowledgement: input.require_acknowledgement,
    dueAt,
    expiresAt,
    createdAt: now,
    updatedAt: now,
    people,
    test,
    ...UNTOLD,
  };
  const posted = broadcastEvent(ctx, fresh, { deliverAt: dueAt });
  const view = await db.transact(async (tx) => {
    // One after the other: pieces sent at once count each other.
    if (fresh.makerId !== null && !test) await lockWorkspace(tx, workspaceId);
    const approvers = test ? null : await approversOf(tx, workspaceId, { ...fresh, at: dueAt });
    const event: EventRow = approvers ? { ...posted, dueAt: NEVER, status: "scheduled" } : posted;
    const row: BroadcastRow = { ...fresh, eventId: event.id, approvalWantedAt: approvers && now };
    await insertEvents(tx, [event]);
    await insertBroadcast(tx, row);
    if (approvers) await askApprovers(tx, ctx, row, approvers);
    const after = { title: row.title, groups: audience, email: row.email, urgency: row.urgency, people };
    await recordAudit(tx, ctx, { action: test ? "broadcast.test" : "broadcast.create", target: row.id, after });
    return broadcastView(row, now);
  });
  ctx.wake();
  return view;
}

/** Of a broadcast that nobody was told of yet, or asked about. */
const UNTOLD = {
  chaseId: null,
  chasedAt: null,
  startedAt: null,
  endedAt: null,
  pausedAt: null,
  recalledAt: null,
  approvalWantedAt: null,
  approvedAt: null,
  approverId: null,
  expiredAt: null,
  decided: 0,
  notified: 0,
  readBefore: 0,
  sweepCursor: null,
} as const;

async function senderOf({ actor, db, workspaceId }: Context): Promise<{ makerId: string | null; sender: string }> {
  if (actor.kind === "user") return { makerId: actor.id, sender: actor.name };
  const app = actor.kind === "key" ? (await knownApps(db, workspaceId)).get(actor.appId) : undefined;
  return { makerId: null, sender: app?.name ?? "Belfry" };
}
