import { z } from "zod";
import { listExports } from "@/db/queries/exports";
import { listFaultyRows, listImports } from "@/db/queries/imports";
import { findWorkspace } from "@/db/queries/workspaces";
import type { FaultyRow, ImportView, TransfersView } from "@/lib/core/transfer";
import { needRole } from "../context";
import { openCursor, page } from "../cursor";
import { Paging } from "../paging";
import { userVerb } from "../use-case";
import { ownImport } from "./own-import";
import { exportView, importView } from "./transfer-view";

const LATEST = 20;

/** What who asks brought in and took out lately, and how exports are reported (R82). */
export const readTransfers = userVerb({
  input: z.strictObject({}),
  may: needRole("super_admin"),
  async run(ctx): Promise<TransfersView> {
    const { db, workspaceId, actor, now } = ctx;
    const [imports, exported, workspace] = await Promise.all([
      listImports(db.read, workspaceId, actor.id, LATEST),
      listExports(db.read, workspaceId, actor.id, LATEST),
      findWorkspace(db.read, workspaceId),
    ]);
    return {
      imports: imports.map(importView),
      exports: exported.map((row) => exportView(row, now)),
      largeExportRows: workspace?.largeExportRows ?? null,
    };
  },
});

/** One import of who asks. */
export const readImport = userVerb({
  input: z.strictObject({ id: z.string() }),
  may: needRole("super_admin"),
  async run(ctx, { id }): Promise<ImportView> {
    return importView(await ownImport(ctx.db.read, ctx, id));
  },
});

/** The rows of an import that stay out, and why, in the order of the file. */
export const listImportFaults = userVerb({
  input: z.strictObject({ id: z.string(), ...Paging }),
  may: needRole("super_admin"),
  async run(ctx, { id, limit, cursor }): Promise<{ rows: FaultyRow[]; nextCursor: string | null }> {
    await ownImport(ctx.db.read, ctx, id);
    const name = `faults ${id}`;
    const rows = await listFaultyRows(ctx.db.read, id, Number(openCursor(ctx, name, cursor) ?? 0), limit + 1);
    const { data, next_cursor } = page(ctx, name, rows, {
      limit,
      position: ({ number }) => String(number),
      view: ({ number, faults }): FaultyRow => ({ row: number, faults: faults ?? [] }),
    });
    return { rows: data, nextCursor: next_cursor };
  },
});
