import { z } from "zod";
import { findApiKey, insertApiKey, setKeyExpiry } from "@/db/queries/access";
import { AppError } from "@/lib/app-error";
import { newApiKey } from "@/lib/auth/api-key-format";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { found, verb } from "../use-case";

const HOUR = 3_600_000;

/**
 * Makes a key with the same name, scopes and app, shown this once, and lets the old one go on for some hours, so that no
 * post is lost while it is replaced (S14). 0 hours ends it at once. An earlier expiry stays.
 */
export const rotateApiKey = verb({
  input: z.strictObject({ id: z.string(), overlap_hours: z.int().min(0).max(720) }),
  may: needRole("super_admin"),
  async run(ctx, { id: oldId, overlap_hours: hours }): Promise<{ id: string; key: string }> {
    const { workspaceId, now } = ctx;
    const id = ctx.newId("key");
    const { key, hash } = newApiKey(id);
    await ctx.db.transact(async (tx) => {
      const old = found(await findApiKey(tx, workspaceId, oldId), "key");
      const isOver = old.revokedAt || (old.expiresAt && old.expiresAt <= now);
      if (isOver) throw new AppError("conflict", "This key is no longer in force. Make a new one.");
      const { appId, name, scopes } = old;
      const ends = new Date(
        Math.min(now.getTime() + hours * HOUR, old.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY),
      );
      await insertApiKey(tx, { id, workspaceId, appId, name, hash, scopes, createdAt: now });
      await setKeyExpiry(tx, workspaceId, oldId, ends);
      const after = { replaced_by: id, expires_at: ends.toISOString() };
      await recordAudit(tx, ctx, { action: "api_key.rotate", target: oldId, after });
    });
    return { id, key };
  },
});
