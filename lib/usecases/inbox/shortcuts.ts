import { z } from "zod";
import { findShortcuts, saveOwnSetting } from "@/db/queries/own-settings";
import { needUser } from "../context";
import { userVerb } from "../use-case";

/** Whether single keys act in my inbox: yes, until I switch them off (WCAG 2.1.4). */
export const readShortcuts = userVerb({
  input: z.strictObject({}),
  may: needUser,
  async run(ctx): Promise<boolean> {
    return (await findShortcuts(ctx.db.read, ctx.workspaceId, ctx.actor.id)) ?? true;
  },
});

export const changeShortcuts = userVerb({
  input: z.strictObject({ enabled: z.boolean() }),
  may: needUser,
  async run(ctx, { enabled }): Promise<void> {
    const mine = { workspaceId: ctx.workspaceId, userId: ctx.actor.id };
    await ctx.db.transact((tx) => saveOwnSetting(tx, mine, { shortcuts: enabled }));
  },
});
