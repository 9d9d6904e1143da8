import type { Tx } from "@/db/database";
import { insertAuditEntry, lockAuditEnd } from "@/db/queries/audit";
import type { Context } from "../context";
import { auditHash } from "./chain";

interface Act {
  /** Noun and verb: `user.update`, `api_key.revoke`. */
  action: string;
  /** The id of what was acted upon. */
  target: string;
  before?: unknown;
  after?: unknown;
}

/** Adds an act of an admin, an app or the command line to the workspace's chain, in the act's own transaction (S27). */
export async function recordAudit(tx: Tx, ctx: Context, { action, target, before, after }: Act): Promise<void> {
  const end = await lockAuditEnd(tx, ctx.workspaceId);
  const entry = {
    workspaceId: ctx.workspaceId,
    number: end.number + 1,
    actor: actorName(ctx),
    action,
    target,
    before: before ?? null,
    after: after ?? null,
    address: ctx.address,
    at: ctx.now,
    previousHash: end.hash,
  };
  await insertAuditEntry(tx, { ...entry, hash: auditHash(entry) });
}

function actorName({ actor }: Context): string {
  return actor.kind === "system" ? "system" : `${actor.kind}:${actor.id}`;
}
