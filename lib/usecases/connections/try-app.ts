import { z } from "zod";
import { disableConnection, noteFailing, noteSent, updateConnection } from "@/db/queries/connections";
import { lockGates, saveGate } from "@/db/queries/gates";
import { learned, OPEN_GATE } from "@/lib/core/gate";
import { laneOf } from "@/lib/core/lane";
import { type TriedApp, tryWords } from "@/lib/core/try-words";
import { needUser } from "../context";
import { userVerb } from "../use-case";
import { ownConnection } from "./own-connection";
import { paceTest } from "./pace-test";
import { sendTest } from "./send-test";

/**
 * Sends a test to one of my apps, and says what its provider said. What was disabled and takes the test is in use again;
 * what is gone is disabled (F24).
 */
export const tryApp = userVerb({
  input: z.strictObject({ id: z.string().max(100) }),
  may: needUser,
  async run(ctx, { id }): Promise<TriedApp> {
    const { db, now } = ctx;
    const row = await ownConnection(db.read, ctx, id);
    const lane = laneOf(row.channel, row.id);
    await paceTest(ctx, lane);
    const result = await sendTest(ctx, row);
    await db.transact(async (tx) => {
      const sent = result.outcome === "sent";
      const gate = (await lockGates(tx, [lane], [])).get(lane) ?? OPEN_GATE;
      await saveGate(tx, lane, learned(gate, result, now), now);
      if (sent) {
        await noteSent(tx, [id], now);
        await updateConnection(tx, id, { disabledAt: null, disabledReason: null });
      } else await noteFailing(tx, id, now);
      if (result.outcome === "failed" && result.reason === "endpoint_gone") {
        await disableConnection(tx, id, "endpoint_gone", now);
      }
    });
    return tryWords(row.channel, row.label, result);
  },
});
