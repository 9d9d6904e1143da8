import { lockGates, saveGate } from "@/db/queries/gates";
import { AppError } from "@/lib/app-error";
import { OPEN_GATE, passed } from "@/lib/core/gate";
import type { UserContext } from "../context";

/** The least time between two tests to one app or device, and before what waits goes there too; milliseconds. */
const PACE = 3000;

/**
 * A test passes the gate of its lane as every message does: nobody makes us call somebody's server without end. Throws
 * `too_many_requests`, and says when again. `pace` is in milliseconds.
 */
export async function paceTest({ db, now }: UserContext, lane: string, pace = PACE): Promise<void> {
  await db.transact(async (tx) => {
    const gate = (await lockGates(tx, [lane], [lane])).get(lane) ?? OPEN_GATE;
    const wait = Math.ceil((gate.readyAt.getTime() - now.getTime()) / 1000);
    if (wait > 0) {
      const when = `Wait ${wait} ${wait === 1 ? "second" : "seconds"}, then try again.`;
      throw new AppError("too_many_requests", when, { retryAfterSeconds: wait });
    }
    await saveGate(tx, lane, passed(gate, pace, now), now);
  });
}
