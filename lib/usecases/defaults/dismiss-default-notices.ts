import { z } from "zod";
import { saveOwnSetting } from "@/db/queries/own-settings";
import { Instant } from "@/lib/core/instant";
import { needUser } from "../context";
import { userVerb } from "../use-case";

/** I saw what changed until `at`; what comes later is told again. */
export const dismissDefaultNotices = userVerb({
  input: z.strictObject({ at: Instant }),
  may: needUser,
  async run(ctx, { at }): Promise<void> {
    const { db, workspaceId, actor, now } = ctx;
    const seenAt = new Date(Math.min(new Date(at).getTime(), now.getTime()));
    await db.transact((tx) => saveOwnSetting(tx, { workspaceId, userId: actor.id }, { defaultsSeenAt: seenAt }));
  },
});
