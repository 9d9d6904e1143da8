import type { AttemptRow, DeliveryRow } from "@/db/queries/deliveries";

/** How often a delivery was lost, if whoever held it last is gone. */
export function lostNow({ lost, leaseUntil }: DeliveryRow): number {
  return lost + (leaseUntil === null ? 0 : 1);
}

/** The try that its worker never told the end of. Nobody knows whether it had an effect. */
export function lostAttempt({ id, claims, claimedAt }: DeliveryRow, now: Date): AttemptRow {
  const untold = { status: null, words: null, ambiguous: true };
  return { deliveryId: id, number: claims, startedAt: claimedAt ?? now, endedAt: now, outcome: "lost", ...untold };
}
