import type { Tx } from "@/db/database";
import type { DecidedLater } from "@/db/queries/decisions";
import type { DeliveryRow } from "@/db/queries/deliveries";
import { endGathered as endOf } from "@/db/queries/gathering";

type End = Pick<DeliveryRow, "state" | "reason" | "detail">;

/** What digests told of ends as their messages did; answers what to write into their decisions. Nothing for other messages. */
export async function endGathered(
  tx: Tx,
  ends: readonly { row: DeliveryRow; end: End }[],
  endedAt: Date,
): Promise<DecidedLater[]> {
  const told: DecidedLater[] = [];
  for (const { row, end } of ends) {
    const { state, reason, detail } = end;
    if (!row.content?.digest || state === "pending") continue;
    const ended = await endOf(tx, row.id, { state, reason, detail, endedAt });
    told.push(...ended.map((one): DecidedLater => ({ ...one, outcome: state, reason })));
  }
  return told;
}
