import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Channel, Reason } from "@/lib/core/channel";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { forUpdate, isOneOf } from "../dialects/behaviour";
import { isOneOfNamed, listOf, prepared } from "../dialects/prepared";
import { connections } from "../schema/deliveries";

export type ConnectionRow = typeof connections.$inferSelect;

/** A person's way to be reached, or with no person the workspace's own. */
export async function insertConnection(tx: Tx, row: typeof connections.$inferInsert): Promise<void> {
  await tx.insert(connections).values(row);
}

/** By id, of whichever workspace, disabled ones too: deliveries name theirs. Missing ones are left out. */
export async function findConnections(tx: Tx, ids: readonly string[]): Promise<Map<string, ConnectionRow>> {
  if (ids.length === 0) return new Map();
  const rows = await connectionsById(tx, { ids: listOf(ids) });
  return new Map(rows.map((row) => [row.id, row]));
}

const connectionsById = prepared<{ ids: unknown }>()((tx, value) =>
  tx
    .select()
    .from(connections)
    .where(isOneOfNamed(connections.id, value("ids"))),
);

/** Which connections these people have that something can go to; of the given channels only, oldest first. */
export async function findConnected(
  tx: Tx,
  workspaceId: WorkspaceId,
  channels: readonly Channel[],
  userIds: readonly string[],
): Promise<Pick<ConnectionRow, "id" | "userId" | "channel">[]> {
  if (channels.length === 0 || userIds.length === 0) return [];
  return tx
    .select({ id: connections.id, userId: connections.userId, channel: connections.channel })
    .from(connections)
    .where(
      and(
        eq(connections.workspaceId, workspaceId),
        isOneOf(connections.userId, userIds),
        isOneOf(connections.channel, channels),
        isNull(connections.disabledAt),
      ),
    )
    .orderBy(asc(connections.id));
}

/** One person's, or with null the workspace's own; oldest first. */
export async function listConnections(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string | null,
  channels: readonly Channel[],
): Promise<ConnectionRow[]> {
  return tx
    .select()
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), isOf(userId), isOneOf(connections.channel, channels)))
    .orderBy(asc(connections.id));
}

/** One connection of a person, or with null of the workspace. */
export async function findConnection(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string | null,
  id: string,
): Promise<ConnectionRow | undefined> {
  const [row] = await tx
    .select()
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), isOf(userId), eq(connections.id, id)));
  return row;
}

/** Of whichever person: the caller has found it among theirs. */
export async function updateConnection(tx: Tx, id: string, change: Partial<ConnectionRow>): Promise<void> {
  await tx.update(connections).set(change).where(eq(connections.id, id));
}

/** Of whichever person, as `updateConnection`. */
export async function deleteConnection(tx: Tx, id: string): Promise<void> {
  await tx.delete(connections).where(eq(connections.id, id));
}

/** Nothing goes there until somebody mends it; what was said first stays (F24). False when it was so already. */
export async function disableConnection(
  tx: Tx,
  id: string,
  disabledReason: Reason,
  disabledAt: Date,
): Promise<boolean> {
  const changed = await tx
    .update(connections)
    .set({ disabledReason, disabledAt })
    .where(and(eq(connections.id, id), isNull(connections.disabledAt)))
    .returning({ id: connections.id });
  return changed.length > 0;
}

/** As `disableConnection`, of all people's connections by one channel. */
export async function disableAllConnections(
  tx: Tx,
  workspaceId: WorkspaceId,
  channel: Channel,
  end: Required<Pick<ConnectionRow, "disabledReason" | "disabledAt">>,
): Promise<void> {
  await tx
    .update(connections)
    .set(end)
    .where(
      and(
        eq(connections.workspaceId, workspaceId),
        eq(connections.channel, channel),
        isNotNull(connections.userId),
        isNull(connections.disabledAt),
      ),
    );
}

/** Those that were disabled for `reason` are in use again. */
export async function enableConnections(
  tx: Tx,
  workspaceId: WorkspaceId,
  channel: Channel,
  reason: Reason,
): Promise<void> {
  await tx
    .update(connections)
    .set({ disabledReason: null, disabledAt: null })
    .where(
      and(
        eq(connections.workspaceId, workspaceId),
        eq(connections.channel, channel),
        eq(connections.disabledReason, reason),
      ),
    );
}

/** Something arrived at these now. */
export async function noteSent(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  // In one order, so that two workers do not wait for each other in a ring.
  await forUpdate(
    tx
      .select({ id: connections.id })
      .from(connections)
      .where(isOneOf(connections.id, ids))
      .orderBy(asc(connections.id)),
  );
  await tx.update(connections).set({ lastSentAt: at, failingSince: null }).where(isOneOf(connections.id, ids));
}

/** Nothing arrived. Answers since when nothing does; null where the connection is gone. */
export async function noteFailing(tx: Tx, id: string, at: Date): Promise<Date | null> {
  const [row] = await tx
    .update(connections)
    .set({ failingSince: sql`coalesce(${connections.failingSince}, ${sql.param(at, connections.failingSince)})` })
    .where(eq(connections.id, id))
    .returning({ since: connections.failingSince });
  return row?.since ?? null;
}

function isOf(userId: string | null) {
  return userId === null ? isNull(connections.userId) : eq(connections.userId, userId);
}
