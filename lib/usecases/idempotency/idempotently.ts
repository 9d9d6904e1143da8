import { answerIdempotencyKey, releaseIdempotencyKey, takeIdempotencyKey } from "@/db/queries/idempotency";
import { AppError } from "@/lib/app-error";
import type { Context, Idempotency } from "../context";
import { Replay } from "../use-case";

/** A first run that has not answered for this long is taken for dead, and the key is free; milliseconds. */
const IN_FLIGHT = 60_000;

/**
 * Runs once per `Idempotency-Key`: later calls with the same body are given the first answer, others are refused (C3).
 * A failure is not kept: the caller may try again with the same key.
 */
export async function idempotently<Output>(
  ctx: Context,
  { route, key, fingerprint }: Idempotency,
  status: number,
  run: () => Promise<Output>,
): Promise<Output | Replay> {
  const id = { workspaceId: ctx.workspaceId, route, key };
  const fresh = { ...id, fingerprint, status: null, response: null, createdAt: ctx.now };
  const held = await ctx.db.transact(async (tx) => {
    const earlier = await takeIdempotencyKey(tx, fresh);
    const isDead = earlier?.status === null && ctx.now.getTime() - earlier.createdAt.getTime() > IN_FLIGHT;
    if (!isDead) return earlier;
    await releaseIdempotencyKey(tx, id);
    return takeIdempotencyKey(tx, fresh);
  });
  if (held) return replay(held, fingerprint);
  try {
    const result = await run();
    const response = result === undefined ? "" : JSON.stringify(result);
    await ctx.db.transact((tx) =>
      answerIdempotencyKey(tx, id, { status: result === undefined ? 204 : status, response }),
    );
    return result;
  } catch (error) {
    await ctx.db.transact((tx) => releaseIdempotencyKey(tx, id));
    throw error;
  }
}

/** The first answer again, for whoever sends the same body with the same key. */
export function replay(
  held: { fingerprint: string; status: number | null; response: string | null },
  fingerprint: string,
): Replay {
  if (held.fingerprint !== fingerprint) {
    const detail = "This Idempotency-Key came with another body. Use a new key.";
    throw new AppError("unprocessable", detail, { errors: [{ pointer: "", detail }] });
  }
  if (held.status === null) throw new AppError("conflict", "The first request with this Idempotency-Key still runs.");
  return new Replay(held.status, held.response ?? "");
}
