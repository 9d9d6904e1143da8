import type { Tx } from "@/db/database";
import type { DecidedLater } from "@/db/queries/decisions";
import { changeHeld, type DeliveryRow } from "@/db/queries/deliveries";
import { waitOf } from "@/lib/core/gathering";
import type { Hold } from "@/lib/core/quiet-hours";
import { lostNow } from "./lost-now";
import type { Packed } from "./pack";

/**
 * Has what may not leave now leave when its hold ends: what was never tried together with the others that wait for that,
 * the rest by itself. Answers what to write into their decisions.
 */
export async function holdBack(tx: Tx, held: Packed["held"]): Promise<DecidedLater[]> {
  const changed = await changeHeld(
    tx,
    held.map(({ row, hold }) => ({ row, change: changeOf(row, hold) })),
  );
  return held
    .filter((_, at) => changed[at])
    .map(({ row, hold }) => {
      const { eventId, userId, channel } = row;
      return { eventId, userId, channel, outcome: "held", reason: reasonOf(row, hold) };
    });
}

function changeOf(row: DeliveryRow, hold: Hold): Partial<DeliveryRow> {
  const reason = reasonOf(row, hold);
  return {
    reason: row.claims > 0 ? reason : waitOf(row.channel, reason),
    dueAt: hold.until,
    // As another claim, where some worker is thought dead over it: should it come back, it is refused (F13).
    claims: row.claims + (row.leaseUntil === null ? 0 : 1),
    leaseUntil: null,
    lost: lostNow(row),
  };
}

/** A digest that waits is a digest still. */
function reasonOf({ reason }: DeliveryRow, hold: Hold): "in_digest" | Hold["reason"] {
  return reason === "in_digest" ? reason : hold.reason;
}
