import type { Tx } from "@/db/database";
import { listManaged } from "@/db/queries/broadcast-people";
import type { BroadcastRow } from "@/db/queries/broadcasts";
import { findBroadcast, lockBroadcast } from "@/db/queries/broadcasts";
import { type EventRow, lockEvents } from "@/db/queries/events";
import { knownGroupIds } from "@/db/queries/groups";
import { AppError } from "@/lib/app-error";
import type { BroadcastAudience } from "@/lib/core/broadcast";
import { hasRole } from "@/lib/core/role";
import { type Context, needRole, needScope } from "../context";
import { found } from "../use-case";

/** Who may write broadcasts: admins and above, and apps with the scope. Others hear of nothing. */
export function mayBroadcast(ctx: Context): void {
  if (ctx.actor.kind === "user") needRole("admin")(ctx);
  else needScope("broadcasts:write")(ctx);
}

/** A broadcast that the caller may see: a super admin and an app all, an admin their own; others are not found. */
export async function ownBroadcast(ctx: Context, id: string, tx: Tx = ctx.db.read): Promise<BroadcastRow> {
  return found(ours(ctx, await findBroadcast(tx, ctx.workspaceId, id)), "broadcast");
}

/** As `ownBroadcast`, with its event: nobody else changes either until the transaction ends. */
export async function holdBroadcast(tx: Tx, ctx: Context, id: string): Promise<{ row: BroadcastRow; event: EventRow }> {
  const { eventId } = await ownBroadcast(ctx, id, tx);
  // The event first, as deciding does: two in the other order would wait for each other.
  const [event] = await lockEvents(tx, [eventId]);
  const row = await lockBroadcast(tx, ctx.workspaceId, id);
  return { row: found(row, "broadcast"), event: found(event, "broadcast") };
}

/** Whose broadcasts the caller sees: undefined means everybody's. */
export function makerOf({ actor }: Context): string | undefined {
  return actor.kind === "user" && !hasRole(actor.role, "super_admin") ? actor.id : undefined;
}

/** The groups that the caller may write to, by name; a super admin's are all. */
export function writableGroups({ actor, db, workspaceId }: Context) {
  const managerId = actor.kind === "user" && !hasRole(actor.role, "super_admin") ? actor.id : null;
  return listManaged(db.read, workspaceId, managerId);
}

/** Throws a 422 that names each group that there is not, or that the caller does not manage (api.md, section 3). */
export async function refuseAudience(ctx: Context, audience: BroadcastAudience): Promise<void> {
  const isLimited = makerOf(ctx) !== undefined;
  if (audience === "everyone") {
    if (isLimited) refuse([{ pointer: "/groups", detail: "Choose among the groups that you manage." }]);
    return;
  }
  const known = isLimited
    ? new Set((await writableGroups(ctx)).map(({ id }) => id))
    : await knownGroupIds(ctx.db.read, ctx.workspaceId, audience);
  const detail = isLimited ? "You do not manage this group." : "There is no such group. PUT it first.";
  refuse(audience.flatMap((group, at) => (known.has(group) ? [] : [{ pointer: `/groups/${at}`, detail }])));
}

function refuse(errors: { pointer: string; detail: string }[]): void {
  if (errors.length > 0)
    throw new AppError("unprocessable", "This broadcast cannot reach some of its groups.", { errors });
}

function ours(ctx: Context, row: BroadcastRow | undefined): BroadcastRow | undefined {
  const makerId = makerOf(ctx);
  return makerId === undefined || row?.makerId === makerId ? row : undefined;
}
