import { and, eq, isNull } from "drizzle-orm";
import type { Channel, Reason } from "@/lib/core/channel";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf } from "../dialects/behaviour";
import { connections, suppressions } from "../schema/deliveries";

export type ConnectionRow = typeof connections.$inferSelect;

export async function insertConnection(tx: Tx, row: typeof connections.$inferInsert): Promise<void> {
  await tx.insert(connections).values(row);
}

export async function findConnections(tx: Tx, ids: readonly string[]): Promise<Map<string, ConnectionRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.select().from(connections).where(isOneOf(connections.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Nothing goes there until somebody mends it; what was said first stays (F24). */
export async function disableConnection(tx: Tx, id: string, disabledReason: Reason, disabledAt: Date): Promise<void> {
  await tx
    .update(connections)
    .set({ disabledReason, disabledAt })
    .where(and(eq(connections.id, id), isNull(connections.disabledAt)));
}

/** How the destination does: when something last arrived, or since when nothing does. */
export async function noteConnection(tx: Tx, id: string, { sent, at }: { sent: boolean; at: Date }): Promise<void> {
  await tx
    .update(connections)
    .set(sent ? { lastSentAt: at, failingSince: null } : { failingSince: at })
    .where(and(eq(connections.id, id), sent ? undefined : isNull(connections.failingSince)));
}

export async function suppressAddress(tx: Tx, row: typeof suppressions.$inferInsert): Promise<void> {
  await tx.insert(suppressions).values(row).onConflictDoNothing();
}

/** Those of the addresses that nothing is sent to. */
export async function suppressedAddresses(
  tx: Tx,
  workspaceId: WorkspaceId,
  channel: Channel,
  addresses: readonly string[],
): Promise<Set<string>> {
  const rows = await tx
    .select({ address: suppressions.address })
    .from(suppressions)
    .where(
      and(
        eq(suppressions.workspaceId, workspaceId),
        eq(suppressions.channel, channel),
        isOneOf(suppressions.address, addresses),
      ),
    );
  return new Set(rows.map(({ address }) => address));
}
