import { z } from "zod";
import { endSession } from "@/db/queries/sessions";
import { needUser } from "../context";
import { userVerb } from "../use-case";

/** Ends one of a person's own sessions; of others', nothing happens. */
export const signOutDevice = userVerb({
  input: z.strictObject({ id: z.string().min(1).max(120) }),
  may: needUser,
  async run(ctx, { id }): Promise<void> {
    await ctx.db.transact((tx) => endSession(tx, ctx.workspaceId, ctx.actor.id, { id, endedAt: ctx.now }));
  },
});
