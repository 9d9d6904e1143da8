import { z } from "zod";
import { endSessionsOf } from "@/db/queries/sessions";
import { needUser } from "../context";
import { userVerb } from "../use-case";

/** Ends all of a person's sessions but the one that asks. */
export const signOutOthers = userVerb({
  input: z.strictObject({}),
  may: needUser,
  async run(ctx): Promise<void> {
    const { id, sessionId } = ctx.actor;
    await ctx.db.transact((tx) => endSessionsOf(tx, ctx.workspaceId, id, { endedAt: ctx.now, keep: sessionId }));
  },
});
