import { and, eq } from "drizzle-orm";
import type { Channel } from "@/lib/core/channel";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf } from "../dialects/behaviour";
import { suppressions } from "../schema/deliveries";

/** What was said first stays. */
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
