import { z } from "zod";
import { saveHidesText } from "@/db/queries/push-devices";
import { needUser } from "../context";
import { userVerb } from "../use-case";

/** Whether lock screens are to show what a notification says, or only that there is one. */
export const hideText = userVerb({
  input: z.strictObject({ hidden: z.boolean() }),
  may: needUser,
  async run(ctx, { hidden }): Promise<void> {
    const { db, workspaceId, actor } = ctx;
    await db.transact((tx) => saveHidesText(tx, { workspaceId, userId: actor.id, hidesPushText: hidden }));
  },
});
