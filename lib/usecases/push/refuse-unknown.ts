import { AppError } from "@/lib/app-error";
import type { Context } from "../context";

/** Refuses an endpoint that is of no known push service, as the channel does at each send (S11). */
export function refuseUnknown({ channels }: Context, subscription: { endpoint: string }): void {
  const objection = channels?.get("push")?.objection?.(subscription) ?? null;
  if (objection !== null) throw new AppError("unprocessable", objection);
}
