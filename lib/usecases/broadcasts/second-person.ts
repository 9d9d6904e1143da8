import type { Tx } from "@/db/database";
import { countReached } from "@/db/queries/broadcast-people";
import { type BroadcastRow, listUnapproved } from "@/db/queries/broadcasts";
import { listOtherSuperAdmins } from "@/db/queries/users";
import { findWorkspace, secondPersonRuleOf } from "@/db/queries/workspaces";
import { ruleAt, type SecondPersonRule } from "@/lib/core/second-person";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Context } from "../context";
import { raiseOwn } from "../events/raise-own";

/** A broadcast for so many `people` that would begin at `at`; `id` where it is stored already. */
export interface Wanted extends Pick<BroadcastRow, "makerId" | "audience" | "people"> {
  at: Date;
  id?: string;
}

const DAY = 86_400_000;

/**
 * Who may say yes to a broadcast, beside its writer; null where nobody has to (S32): with what else its writer tells within
 * 24 hours it is for fewer people than is set, an integration wrote it, or there is no other super admin.
 */
export async function approversOf(tx: Tx, workspaceId: WorkspaceId, wanted: Wanted): Promise<string[] | null> {
  const { makerId } = wanted;
  if (makerId === null) return null;
  const { from } = await secondPersonRule(tx, workspaceId, wanted.at);
  if (from === null) return null;
  if (wanted.people < from && (await peopleOfDay(tx, workspaceId, { ...wanted, makerId })) < from) return null;
  const others = await listOtherSuperAdmins(tx, workspaceId, makerId);
  return others.length > 0 ? others : null;
}

/** From how many people on somebody else has to say yes at a moment, and what comes later. */
export async function secondPersonRule(tx: Tx, workspaceId: WorkspaceId, at: Date): Promise<SecondPersonRule> {
  return ruleAt(secondPersonRuleOf(await findWorkspace(tx, workspaceId)), at);
}

/**
 * How many people, each once, one writer tells within a day of `at` without anybody else's yes: one audience in many pieces
 * is as large as in one. Who was told counts as they were then, whoever is in the groups now.
 */
async function peopleOfDay(
  tx: Tx,
  workspaceId: WorkspaceId,
  { makerId, audience, people, at, id }: Wanted & { makerId: string },
): Promise<number> {
  const within = { from: new Date(+at - DAY), until: new Date(+at + DAY) };
  const others = (await listUnapproved(tx, workspaceId, makerId, within)).filter((other) => other.id !== id);
  if (audience === "everyone" || others.length === 0) return people;
  const events = others.filter(({ startedAt }) => startedAt !== null).map(({ eventId }) => eventId);
  const groups = new Set(audience);
  for (const other of others) {
    if (other.endedAt !== null || other.recalledAt !== null) continue;
    if (other.audience === "everyone") return Math.max(people, other.people);
    for (const group of other.audience) groups.add(group);
  }
  return countReached(tx, workspaceId, { events, groups: [...groups] });
}

/** Tells them that it waits for one of them. */
export async function askApprovers(
  tx: Tx,
  by: Pick<Context, "now" | "newId" | "workspaceId">,
  { id, title, makerId }: Pick<BroadcastRow, "id" | "title" | "makerId">,
  approvers: readonly string[],
): Promise<void> {
  await raiseOwn(tx, by, {
    topic: "general.approval_requested",
    origin: "ui",
    ...(makerId && { actor: { user: makerId } }),
    recipients: approvers.map((user) => ({ user, as: "approver" })),
    subject: { type: "broadcast", id, title, url: `/admin/broadcasts/${id}` },
  });
}
