import { z } from "zod";
import { saveOwnSetting } from "@/db/queries/own-settings";
import { needUser } from "../context";
import { userVerb } from "../use-case";

/** Whether lock screens are to show what a notification says, or only that there is one. */
export const hideText = userVerb({
  input: z.strictObject({ hidden: z.boolean() }),
  may: needUser,
  async run(ctx, { hidden }): Promise<void> {
    const { db, workspaceId, actor } = ctx;
    await db.transact((tx) => saveOwnSetting(tx, { workspaceId, userId: actor.id }, { hidesPushText: hidden }));
  },
});
