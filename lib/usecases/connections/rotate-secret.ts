import { z } from "zod";
import { updateConnection } from "@/db/queries/connections";
import { lockUser } from "@/db/queries/users";
import { AppError } from "@/lib/app-error";
import { needUser } from "../context";
import { found, userVerb } from "../use-case";
import { openConfig, sealedConfig } from "./config";
import { outsideChannel } from "./outside-channel";
import { ownConnection } from "./own-connection";

/** How long the old secret signs beside the new one, so that a receiver can be changed meanwhile; milliseconds. */
const OVERLAP = 86_400_000;

/** Gives my webhook another secret, and answers it, this once; for a day both sign (S24). */
export const rotateSecret = userVerb({
  input: z.strictObject({ id: z.string().max(100) }),
  may: needUser,
  async run(ctx, { id }): Promise<{ secret: string }> {
    const { db, workspaceId, actor, now } = ctx;
    return db.transact(async (tx) => {
      found(await lockUser(tx, workspaceId, actor.id), "user");
      const row = await ownConnection(tx, ctx, id);
      const secret = outsideChannel(ctx, row.channel).newSecret?.();
      if (secret === undefined) throw new AppError("unprocessable", "This has no secret.");
      const { secrets, ...config } = openConfig(ctx.secret, row.config);
      const [current] = Array.isArray(secrets) ? secrets : [];
      const rotated = {
        ...config,
        secrets: [secret, ...(current ? [current] : [])],
        retires: new Date(now.getTime() + OVERLAP).toISOString(),
      };
      await updateConnection(tx, id, { config: sealedConfig(ctx.secret, rotated) });
      return { secret };
    });
  },
});
