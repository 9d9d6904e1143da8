import { z } from "zod";
import { recordOpen as record } from "@/db/queries/users";
import { needUser } from "../context";
import { verb } from "../use-case";

/** A tab of mine is open, used or not: a browser notification would find me (R26). */
export const recordOpen = verb({
  input: z.strictObject({}),
  may: needUser,
  async run(ctx): Promise<void> {
    needUser(ctx);
    const { db, workspaceId, actor, now } = ctx;
    await db.transact((tx) => record(tx, workspaceId, actor.id, now));
  },
});
