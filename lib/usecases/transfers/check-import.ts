import { z } from "zod";
import { deleteImport, deleteUnstarted, insertImport, insertImportRows, updateImport } from "@/db/queries/imports";
import { AppError } from "@/lib/app-error";
import { isFault, MOST_ROWS, readCells, readHead } from "@/lib/core/people-file";
import { needRole, type UserContext } from "../context";
import { userVerb } from "../use-case";
import { type ReadRow, rowChecker } from "./check-rows";
import { readCsv } from "./read-csv";

/** Rows that one transaction writes. */
const ROWS_AT_ONCE = 1000;

/** Reads a file of people and says of each row what is wrong with it. Nobody is changed: that is `startImport`'s. */
export const checkImport = userVerb({
  input: z.strictObject({ fileName: z.string().trim().min(1).max(200), text: z.string() }),
  may: needRole("super_admin"),
  async run(ctx, { fileName, text }): Promise<{ id: string }> {
    const { db, workspaceId, actor, now, address } = ctx;
    const id = ctx.newId("imp");
    await db.transact(async (tx) => {
      await deleteUnstarted(tx, workspaceId, actor.id);
      await insertImport(tx, { id, workspaceId, userId: actor.id, address, fileName, createdAt: now });
    });
    try {
      await readInto(ctx, id, text);
    } catch (error) {
      await db.transact((tx) => deleteImport(tx, id));
      throw error;
    }
    return { id };
  },
});

async function readInto(ctx: UserContext, id: string, text: string): Promise<void> {
  const { db, now } = ctx;
  const check = rowChecker(ctx, id);
  const counts = { rows: 0, faulty: 0, fresh: 0 };
  for await (const batch of batches(text)) {
    const { rows, fresh } = await check(batch);
    await db.transact((tx) => insertImportRows(tx, rows));
    counts.rows += rows.length;
    counts.faulty += rows.filter(({ faults }) => faults).length;
    counts.fresh += fresh;
    if (counts.rows > MOST_ROWS) {
      const most = MOST_ROWS.toLocaleString("en");
      throw refused(`This file has more than ${most} rows. Split it, and bring in one part after the other.`);
    }
  }
  if (counts.rows === 0) throw refused("This file has no rows below the names of its columns.");
  await db.transact((tx) => updateImport(tx, id, { ...counts, checkedAt: now }));
}

async function* batches(text: string): AsyncGenerator<ReadRow[]> {
  let columns: Parameters<typeof readCells>[0] | undefined;
  let batch: ReadRow[] = [];
  for await (const { number, cells } of readCsv(text)) {
    if (!columns) {
      const head = readHead(cells);
      if ("fault" in head) throw refused(head.fault);
      columns = head.columns;
      continue;
    }
    const read = readCells(columns, cells);
    batch.push(isFault(read) ? { number, fault: read } : { number, cells: read });
    if (batch.length < ROWS_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function refused(detail: string): AppError {
  return new AppError("unprocessable", detail);
}
