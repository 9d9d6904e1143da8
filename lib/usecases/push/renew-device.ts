import { z } from "zod";
import { updateConnection } from "@/db/queries/connections";
import { findDevicesAt } from "@/db/queries/push-devices";
import { PushSubscription } from "@/lib/core/push-subscription";
import { needUser } from "../context";
import { userVerb } from "../use-case";
import { refuseUnknown } from "./refuse-unknown";

/**
 * Belfry is in use on a device that was allowed; `replaces` is the endpoint that its browser had until now. Not known:
 * its owner took it from the list meanwhile, and the browser is to forget it too.
 */
export const renewDevice = userVerb({
  input: PushSubscription.extend({ replaces: z.string().max(1024).optional() }),
  may: needUser,
  async run(ctx, { replaces, ...subscription }): Promise<{ known: boolean }> {
    refuseUnknown(ctx, subscription);
    const { db, workspaceId, actor, now } = ctx;
    const config = { ...subscription, session: actor.sessionId, seen_at: now.toISOString() };
    return db.transact(async (tx) => {
      const there = await findDevicesAt(tx, workspaceId, [config.endpoint, ...(replaces ? [replaces] : [])]);
      const mine = there.find(({ userId }) => userId === actor.id);
      if (mine) await updateConnection(tx, mine.id, { config });
      return { known: mine !== undefined };
    });
  },
});
