import { z } from "zod";
import type { Tx } from "@/db/database";
import { changeDeadLetters as changeRows, type DeadLetterFilter as Filter } from "@/db/queries/dead-letters";
import { changeDecisions } from "@/db/queries/decisions";
import type { DeliveryRow } from "@/db/queries/deliveries";
import { endGathered } from "@/db/queries/gathering";
import { CHANNELS, REASONS } from "@/lib/core/channel";
import { recordAudit } from "../audit/record";
import type { Context } from "../context";

/** Which dead letters are listed; absent: any. */
export const DeadLetterFilter = z.strictObject({
  channel: z.enum(CHANNELS).optional(),
  reason: z.enum(REASONS).optional(),
});

/** Which dead letters are meant: some by id, or all that a filter finds. */
export const DeadLetterChoice = z.union([
  z.strictObject({ ids: z.array(z.string().max(100)).min(1).max(1000) }),
  DeadLetterFilter.extend({ all: z.literal(true) }),
]);

/** The same as the query asks it. */
export function filterOf(choice: z.infer<typeof DeadLetterChoice>): Filter {
  return "ids" in choice ? { ids: choice.ids } : { channel: choice.channel, reason: choice.reason };
}

/** How many one transaction changes. */
const A_PORTION = 500;

type Change = Partial<DeliveryRow> & Pick<DeliveryRow, "state" | "reason">;

/** Changes dead letters and what their decisions say, each once however often it is asked; answers how many. */
export async function changeDeadLetters(
  ctx: Context,
  filter: Filter,
  change: Change,
  { action, target = "dead letters" }: { action: string; target?: string },
): Promise<number> {
  let total = 0;
  for (let after: string | undefined = ""; after !== undefined; ) {
    const from: string = after;
    const changed = await ctx.db.transact(async (tx) => {
      const rows = await changeRows(tx, ctx.workspaceId, { ...filter, after: from, limit: A_PORTION }, change);
      const { state: outcome, reason } = change;
      const ended = change.state === "pending" ? [] : await endToldOf(tx, rows);
      await changeDecisions(
        tx,
        [...rows, ...ended].map(({ eventId, userId, channel }) => ({ eventId, userId, channel, outcome, reason })),
      );
      const count = rows.length;
      if (count > 0) await recordAudit(tx, ctx, { action, target, after: { count } });
      return rows;
    });
    total += changed.length;
    after = changed.at(-1)?.id;
  }
  return total;
}

/** What digests among them told of ends as they do. What goes again is told of once more. */
async function endToldOf(tx: Tx, rows: readonly DeliveryRow[]) {
  const ended: Awaited<ReturnType<typeof endGathered>> = [];
  for (const row of rows) ended.push(...(await endGathered(tx, row.id, row)));
  return ended;
}
