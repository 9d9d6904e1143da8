import { z } from "zod";
import { revokeApiKey as revokeKey } from "@/db/queries/access";
import { AppError } from "@/lib/app-error";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { verb } from "../use-case";

/** Ends a key: refused within a second in every process (S14). */
export const revokeApiKey = verb({
  input: z.strictObject({ id: z.string().min(1).max(120) }),
  may: needRole("super_admin"),
  async run(ctx, { id }): Promise<{ id: string }> {
    await ctx.db.transact(async (tx) => {
      if (!(await revokeKey(tx, ctx.workspaceId, id, ctx.now))) {
        throw new AppError("not_found", "There is no such key in force.");
      }
      await recordAudit(tx, ctx, { action: "api_key.revoke", target: id });
    });
    return { id };
  },
});
