import type { DeliveryRow } from "@/db/queries/deliveries";

/** What makes a delivery one that was never tried, and is due now. Its claims go on counting: they are its fencing. */
export function anew(now: Date) {
  return {
    state: "pending",
    reason: "queued",
    detail: null,
    dueAt: now,
    endedAt: null,
    attempts: 0,
    lost: 0,
    leaderId: null,
    uncertainSince: null,
    capDay: null,
    leaseUntil: null,
  } satisfies Partial<DeliveryRow>;
}
