import { z } from "zod";
import type { Tx } from "@/db/database";
import { findAppByName, insertApiKey, insertApp, listApps } from "@/db/queries/access";
import { newApiKey } from "@/lib/auth/api-key-format";
import { SCOPES } from "@/lib/core/scope";
import { recordAudit } from "../audit/record";
import { type Context, needRole } from "../context";
import { verb } from "../use-case";

const Name = z.string().trim().min(1, "Give it a name.").max(120);

/** Makes a key and shows it this once (S14). `app` is an app's id or name; without it, the key's own name. */
export const createApiKey = verb({
  input: z.strictObject({
    name: Name,
    scopes: z.array(z.enum(SCOPES)).min(1, { error: "Name at least one scope." }),
    app: Name.optional(),
    expires_at: z.date().optional(),
  }),
  may: needRole("super_admin"),
  async run(ctx, { name, scopes, app = name, expires_at: expiresAt }) {
    const id = ctx.newId("key");
    const { key, hash } = newApiKey(id);
    await ctx.db.transact(async (tx) => {
      const appId = await findOrMakeApp(tx, ctx, app);
      const row = { id, workspaceId: ctx.workspaceId, appId, name, hash, scopes: [...new Set(scopes)] };
      await insertApiKey(tx, { ...row, createdAt: ctx.now, expiresAt });
      const after = { name, app: appId, scopes: row.scopes, expires_at: expiresAt?.toISOString() ?? null };
      await recordAudit(tx, ctx, { action: "api_key.create", target: id, after });
    });
    return { id, key };
  },
});

async function findOrMakeApp(tx: Tx, ctx: Context, app: string): Promise<string> {
  const byId = (await listApps(tx, ctx.workspaceId)).find(({ id }) => id === app);
  const known = byId ?? (await findAppByName(tx, ctx.workspaceId, app));
  if (known) return known.id;
  const id = ctx.newId("app");
  await insertApp(tx, { id, workspaceId: ctx.workspaceId, name: app, createdAt: ctx.now });
  await recordAudit(tx, ctx, { action: "app.create", target: id, after: { name: app } });
  return id;
}
