import { z } from "zod";
import { clearActivity, recordActivity as record } from "@/db/queries/users";
import { needUser } from "../context";
import { verb } from "../use-case";

/** A visible tab of mine was used just now: I am active (requirements.md, A16). */
export const recordActivity = verb({
  input: z.strictObject({ active: z.boolean().default(true) }),
  may: needUser,
  async run(ctx, { active }): Promise<void> {
    needUser(ctx);
    const { db, workspaceId, actor, now } = ctx;
    await db.transact((tx) =>
      active ? record(tx, workspaceId, actor.id, now) : clearActivity(tx, workspaceId, actor.id),
    );
  },
});
