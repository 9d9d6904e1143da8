import { z } from "zod";
import { changeTrigger, findTrigger } from "@/db/queries/triggers";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { oneAtATime } from "../one-at-a-time";
import { found, verb } from "../use-case";
import { forgetTriggers } from "./known-triggers";
import { refuseLoop, saidBy } from "./save-trigger";

/** Switches a trigger off, and on again: refused where those that were made meanwhile would close a loop with it. */
export const switchTrigger = verb({
  input: z.strictObject({ id: z.string().max(100), on: z.boolean() }),
  may: needRole("super_admin"),
  async run(ctx, { id, on }): Promise<void> {
    const { db, workspaceId, now } = ctx;
    await oneAtATime(ctx, async (tx) => {
      const stored = found(await findTrigger(tx, workspaceId, id), "trigger");
      if ((stored.offAt === null) === on) return;
      if (on) await refuseLoop(tx, workspaceId, saidBy(stored), id);
      await changeTrigger(tx, workspaceId, id, { offAt: on ? null : now });
      await recordAudit(tx, ctx, { action: "trigger.switch", target: id, before: { on: !on }, after: { on } });
    });
    forgetTriggers(db, workspaceId);
  },
});
