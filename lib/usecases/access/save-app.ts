import { z } from "zod";
import { findApp, insertApp, updateApp } from "@/db/queries/access";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { found, verb } from "../use-case";

const AppFields = {
  name: z.string().trim().min(1, { error: "An app needs a name." }).max(120),
  /** Shown beside what it posts, so it comes with the page: no other server hears who reads it. */
  icon: z
    .string()
    .max(50_000, { error: "The icon is too large: at most 36 KB." })
    .regex(/^data:image\/(png|jpeg|webp|svg\+xml)[;,]/, "Use a PNG, JPEG or WebP image.")
    .nullable(),
  rate_limit: z
    .int({ error: "Give a whole number of requests a minute, or nothing for no limit." })
    .min(1, { error: "A limit is at least one request a minute." })
    .max(1_000_000)
    .nullable(),
};

/** Makes an integration, without keys yet. Names may repeat. */
export const createApp = verb({
  input: z.strictObject(AppFields),
  may: needRole("super_admin"),
  async run(ctx, { name, icon, rate_limit: rateLimit }): Promise<{ id: string }> {
    const id = ctx.newId("app");
    await ctx.db.transact(async (tx) => {
      await insertApp(tx, { id, workspaceId: ctx.workspaceId, name, icon, rateLimit, createdAt: ctx.now });
      await recordAudit(tx, ctx, { action: "app.create", target: id, after: audited({ name, icon, rateLimit }) });
    });
    return { id };
  },
});

/** Gives it another name, icon or limit: all its keys obey within a second. */
export const changeApp = verb({
  input: z.strictObject({ id: z.string(), ...AppFields }),
  may: needRole("super_admin"),
  async run(ctx, { id, name, icon, rate_limit: rateLimit }): Promise<void> {
    await ctx.db.transact(async (tx) => {
      const before = found(await findApp(tx, ctx.workspaceId, id), "app");
      await updateApp(tx, ctx.workspaceId, id, { name, icon, rateLimit });
      const after = audited({ name, icon, rateLimit });
      await recordAudit(tx, ctx, { action: "app.update", target: id, before: audited(before), after });
    });
  },
});

/** Without the image, of which the audit keeps only whether there is one. */
function audited({ name, icon, rateLimit }: { name: string; icon: string | null; rateLimit: number | null }) {
  return { name, icon: icon !== null, rate_limit: rateLimit };
}
