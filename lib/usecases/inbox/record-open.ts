import { z } from "zod";
import { recordOpen as record } from "@/db/queries/presence";
import { needUser } from "../context";
import { userVerb } from "../use-case";

/** A tab of mine is open, used or not: a browser notification would find me (R26). */
export const recordOpen = userVerb({
  input: z.strictObject({}),
  may: needUser,
  async run(ctx): Promise<void> {
    const { db, workspaceId, actor, now } = ctx;
    await db.transact((tx) => record(tx, workspaceId, actor.id, now));
  },
});
