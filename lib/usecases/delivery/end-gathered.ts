import type { Tx } from "@/db/database";
import type { DecidedLater } from "@/db/queries/decisions";
import type { DeliveryRow } from "@/db/queries/deliveries";
import { endGathered as end } from "@/db/queries/gathering";

type End = Pick<DeliveryRow, "state" | "reason" | "detail">;

/** What a digest told of ends as its message did; answers what to write into their decisions. Nothing for other messages. */
export async function endGathered(tx: Tx, row: DeliveryRow, { state, reason, detail }: End, endedAt: Date) {
  if (!row.content?.digest || state === "pending") return [];
  const ended = await end(tx, row.id, { state, reason, detail, endedAt });
  return ended.map((one): DecidedLater => ({ ...one, outcome: state, reason }));
}
