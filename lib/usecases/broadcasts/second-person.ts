import type { Tx } from "@/db/database";
import type { BroadcastRow } from "@/db/queries/broadcasts";
import { listOtherSuperAdmins } from "@/db/queries/users";
import { findWorkspace } from "@/db/queries/workspaces";
import type { Context } from "../context";
import { raiseOwn } from "../events/raise-own";

/**
 * Who may say yes to a broadcast for so many people, beside its writer; null where nobody has to (S32): it is for fewer
 * than is set, an integration wrote it, or there is no other super admin.
 */
export async function approversOf(ctx: Context, people: number): Promise<string[] | null> {
  const { db, workspaceId, actor } = ctx;
  if (actor.kind !== "user") return null;
  const from = await secondPersonFrom(ctx);
  if (from === null || people < from) return null;
  const others = await listOtherSuperAdmins(db.read, workspaceId, actor.id);
  return others.length > 0 ? others : null;
}

/** From how many people on somebody else has to say yes; null: never. */
export async function secondPersonFrom({ db, workspaceId }: Context): Promise<number | null> {
  return (await findWorkspace(db.read, workspaceId))?.secondPersonFrom ?? null;
}

/** Tells them that it waits for one of them. */
export async function askApprovers(
  tx: Tx,
  ctx: Context,
  { id, title, makerId }: Pick<BroadcastRow, "id" | "title" | "makerId">,
  approvers: readonly string[],
): Promise<void> {
  await raiseOwn(tx, ctx, {
    ...{ topic: "general.approval_requested", origin: "ui", ...(makerId && { actor: { user: makerId } }) },
    recipients: approvers.map((user) => ({ user, as: "approver" })),
    subject: { type: "broadcast", id, title, url: `/admin/broadcasts/${id}` },
  });
}
