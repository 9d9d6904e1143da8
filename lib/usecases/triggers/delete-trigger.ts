import { z } from "zod";
import { findTrigger, removeTrigger } from "@/db/queries/triggers";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { oneAtATime } from "../one-at-a-time";
import { found, verb } from "../use-case";
import { forgetTriggers } from "./known-triggers";
import { saidBy } from "./save-trigger";

/** Removes a trigger. What it raised stays, and says its name. */
export const deleteTrigger = verb({
  input: z.strictObject({ id: z.string().max(100) }),
  may: needRole("super_admin"),
  async run(ctx, { id }): Promise<void> {
    const { db, workspaceId } = ctx;
    await oneAtATime(ctx, async (tx) => {
      const stored = found(await findTrigger(tx, workspaceId, id), "trigger");
      await removeTrigger(tx, workspaceId, id);
      await recordAudit(tx, ctx, { action: "trigger.delete", target: id, before: saidBy(stored) });
    });
    forgetTriggers(db, workspaceId);
  },
});
