import { z } from "zod";
import type { Database } from "@/db/database";
import { findExport, findExportPart } from "@/db/queries/exports";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { Download, found, userVerb } from "../use-case";

/** The file of an export, for who asked for it, until it expires (R61); for everybody else there is none. */
export const downloadExport = userVerb({
  input: z.strictObject({ id: z.string() }),
  may: needRole("super_admin"),
  async run(ctx, { id }): Promise<Download> {
    const { db, workspaceId, actor, now } = ctx;
    const row = await findExport(db.read, workspaceId, actor.id, id);
    const { fileName } = found(row?.expiresAt && row.expiresAt > now ? row : undefined, "file");
    await db.transact((tx) => recordAudit(tx, ctx, { action: "export.download", target: id }));
    return new Download(fileName, "text/csv; charset=utf-8; header=present", partsOf(db, id));
  },
});

async function* partsOf(db: Database, id: string): AsyncGenerator<string> {
  for (let number = 1; ; number++) {
    const text = await findExportPart(db.read, id, number);
    if (text === undefined) return;
    yield text;
  }
}
