import { z } from "zod";
import { lockWorkspace, saveLargeExportRows } from "@/db/queries/workspaces";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { verb } from "../use-case";

const MOST = 10_000_000;

/** Says from how many rows on an export is reported to super admins (R82); null reports none. */
export const saveLargeExport = verb({
  input: z.strictObject({
    rows: z
      .int({ error: "Use a whole number." })
      .min(1, { error: "Use 1 or more." })
      .max(MOST, { error: `Use ${MOST.toLocaleString("en")} at most.` })
      .nullable(),
  }),
  may: needRole("super_admin"),
  async run(ctx, { rows }): Promise<void> {
    await ctx.db.transact(async (tx) => {
      const before = (await lockWorkspace(tx, ctx.workspaceId))?.largeExportRows ?? null;
      if (before === rows) return;
      await saveLargeExportRows(tx, ctx.workspaceId, rows);
      await recordAudit(tx, ctx, {
        action: "settings.exports",
        target: "large_export_rows",
        before: { rows: before },
        after: { rows },
      });
    });
  },
});
