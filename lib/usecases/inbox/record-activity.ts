import { z } from "zod";
import { recordActivity as record } from "@/db/queries/presence";
import { needUser } from "../context";
import { userVerb } from "../use-case";

/** A visible tab of mine was used just now: I am active (requirements.md, A16). */
export const recordActivity = userVerb({
  input: z.strictObject({}),
  may: needUser,
  async run(ctx): Promise<void> {
    const { db, workspaceId, actor, now } = ctx;
    await db.transact((tx) => record(tx, workspaceId, actor.id, now));
  },
});
