import { z } from "zod";
import { insertConnection, listConnections } from "@/db/queries/connections";
import { findUser, lockUser } from "@/db/queries/users";
import { AppError } from "@/lib/app-error";
import { APPS } from "@/lib/core/app-view";
import { needUser } from "../context";
import { found, userVerb } from "../use-case";
import { sealedConfig } from "./config";
import { outsideChannel, PATIENCE } from "./outside-channel";

/**
 * Connects me to an app: by my email address in Slack, or to an address of mine (R43). Answers what its owner sees once:
 * a webhook's secret.
 */
export const connectApp = userVerb({
  input: z.strictObject({ app: z.enum(APPS), address: z.string().trim().max(2048).default("") }),
  may: needUser,
  async run(ctx, { app, address }): Promise<{ id: string; secret: string | null }> {
    const { db, workspaceId, actor, now } = ctx;
    const channel = outsideChannel(ctx, app);
    const me = found(await findUser(db.read, workspaceId, actor.id), "user");
    // Outside any transaction: it may ask the provider.
    const made = await channel.connect!({
      workspaceId,
      email: me.email,
      address,
      signal: AbortSignal.timeout(PATIENCE),
    });
    if ("objection" in made) throw new AppError("unprocessable", made.objection);
    const id = ctx.newId("con");
    await db.transact(async (tx) => {
      found(await lockUser(tx, workspaceId, actor.id), "user");
      const [there] = await listConnections(tx, workspaceId, actor.id, [app]);
      if (there) throw new AppError("conflict", "You have connected this already. Disconnect it first.");
      const config = sealedConfig(ctx.secret, made.config);
      const row = { id, workspaceId, userId: actor.id, channel: app, label: made.label.slice(0, 200), config };
      await insertConnection(tx, { ...row, createdAt: now });
    });
    return { id, secret: made.secret ?? null };
  },
});
