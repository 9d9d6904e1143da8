import { z } from "zod";
import { saveCatalogue } from "@/db/queries/topics";
import { insertWorkspace } from "@/db/queries/workspaces";
import { AppError } from "@/lib/app-error";
import { CATALOGUE } from "@/lib/catalogue/catalogue";
import type { WorkspaceId } from "@/lib/core/workspace";
import { recordAudit } from "../audit/record";
import { verb } from "../use-case";

/** Makes one more workspace, with the catalogue. Nobody reaches it from within another. */
export const createWorkspace = verb({
  input: z.strictObject({ name: z.string().trim().min(1).max(120) }),
  // Only Belfry itself, that is the command line: a super admin is one of a single workspace.
  may: ({ actor }) => {
    if (actor.kind !== "system") throw new AppError("not_found", "There is nothing here.");
  },
  async run(ctx, { name }): Promise<{ id: string; name: string }> {
    const id = ctx.newId("wsp") as WorkspaceId;
    await ctx.db.transact(async (tx) => {
      await insertWorkspace(tx, { id, name, createdAt: ctx.now });
      await saveCatalogue(tx, id, CATALOGUE);
      await recordAudit(tx, { ...ctx, workspaceId: id }, { action: "workspace.create", target: id, after: { name } });
    });
    return { id, name };
  },
});
