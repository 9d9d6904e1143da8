import { z } from "zod";
import { listApiKeys } from "@/db/queries/access";
import { type AuditRow, listAuditBefore } from "@/db/queries/audit";
import { findRecipients } from "@/db/queries/users";
import type { AuditView } from "@/lib/core/audit-view";
import { Instant } from "@/lib/core/instant";
import { walk } from "../activity/walk";
import { needRole } from "../context";
import { Paging } from "../paging";
import { verb } from "../use-case";

const Filter = z.strictObject({
  /** The id of a person or key. */
  actor: z.string().max(128).optional(),
  /** An action, or its noun: `user`, `user.update`. */
  action: z.string().max(60).optional(),
  target: z.string().max(200).optional(),
  since: Instant.optional(),
  until: Instant.optional(),
});
type Filter = z.infer<typeof Filter>;

/** Who did what to whom, before and after, when and from where; newest first (S27). */
export const listAudit = verb({
  input: z.strictObject({ ...Paging, ...Filter.shape }),
  may: needRole("super_admin"),
  async run(ctx, { limit, cursor, ...filter }): Promise<{ rows: AuditView[]; nextCursor: string | null }> {
    const { db, workspaceId } = ctx;
    const { rows, nextCursor } = await walk(
      ctx,
      `audit ${JSON.stringify(filter)}`,
      { limit, cursor },
      {
        portion: (from, size) =>
          listAuditBefore(db.read, workspaceId, from === undefined ? undefined : Number(from), size),
        positionOf: ({ number }) => String(number),
        isWanted: (row) => isWanted(row, filter),
        isPast: ({ at }) => filter.since !== undefined && at < new Date(filter.since),
      },
    );
    const ids = rows.flatMap(({ actor }) => (actor.startsWith("user:") ? [actor.slice(5)] : []));
    const people = await findRecipients(db.read, workspaceId, [...new Set(ids)]);
    const keys = rows.some(({ actor }) => actor.startsWith("key:")) ? await listApiKeys(db.read, workspaceId) : [];
    const names = new Map([
      ...people.map(({ id, name }) => [`user:${id}`, name] as const),
      ...keys.map(({ id, name }) => [`key:${id}`, name] as const),
    ]);
    return { rows: rows.map((row) => auditView(row, names)), nextCursor };
  },
});

function isWanted(row: AuditRow, { actor, action, target, until }: Filter): boolean {
  if (until !== undefined && row.at > new Date(until)) return false;
  if (actor !== undefined && row.actor !== actor && !row.actor.endsWith(`:${actor}`)) return false;
  if (action !== undefined && row.action !== action && !row.action.startsWith(`${action}.`)) return false;
  return target === undefined || row.target === target;
}

function auditView(row: AuditRow, names: ReadonlyMap<string, string>): AuditView {
  const { number, at, actor, action, target, before, after, address } = row;
  const name = names.get(actor) ?? (actor === "system" ? "Belfry" : actor.replace(/^\w+:/, ""));
  return { number, at: at.toISOString(), actor: name, actorId: actor, action, target, before, after, address };
}
