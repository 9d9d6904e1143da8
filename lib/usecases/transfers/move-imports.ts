import type { Tx } from "@/db/database";
import {
  deleteImportRows,
  findDueImport,
  holdImport,
  type ImportedRow,
  type ImportRow,
  insertImportRows,
  nextImportRows,
  updateImport,
} from "@/db/queries/imports";
import type { UserRow } from "@/db/queries/users";
import { lockWorkspace } from "@/db/queries/workspaces";
import { isAppError } from "@/lib/app-error";
import { recordAudit } from "../audit/record";
import type { Context } from "../context";
import { tellOfUser, UserInput, writeUser } from "../directory/put-user";
import { keepOneSuperAdmin } from "../people/last-super-admin";
import { GAVE_UP, MOST_FAILURES, type Moving, makerOf, NO_LONGER } from "./moving";
import { tellOfImport } from "./tell-of-transfer";

/** In one transaction: others who write wait for no longer than these take. */
const ROWS_AT_ONCE = 100;

/**
 * Brings in the next rows of an import, in one transaction with how far it is: killed anywhere, each row is written once.
 * Any number of processes may. Answers whether there was something to do.
 */
export async function moveImports(moving: Moving): Promise<boolean> {
  const due = await findDueImport(moving.db.read);
  if (!due) return false;
  try {
    const maker = await makerOf(moving, due);
    const written = await moving.db.transact((tx) => moveSome(tx, moving, due, maker));
    for (const row of written) if (maker) tellOfUser(maker, row);
  } catch (error) {
    await noteFailure(moving, due);
    throw error;
  }
  return true;
}

async function moveSome(tx: Tx, moving: Moving, due: ImportRow, maker: Context | null): Promise<UserRow[]> {
  // The workspace first, as whoever erases a person does: two in the other order would wait for each other.
  await lockWorkspace(tx, due.workspaceId);
  const job = await holdImport(tx, due.id);
  if (!job) return [];
  if (!maker) {
    await end(tx, moving, job, NO_LONGER);
    return [];
  }
  const rows = await nextImportRows(tx, job.id, job.cursor, ROWS_AT_ONCE);
  const counts = { done: job.done, created: job.created, updated: job.updated, refused: job.refused };
  const written: UserRow[] = [];
  await deleteImportRows(
    tx,
    job.id,
    rows.map(({ number }) => number),
  );
  for (const row of rows) {
    const person = await bringIn(tx, maker, row);
    counts.done += 1;
    if (!person) counts.refused += 1;
    else if (person.createdAt === maker.now) counts.created += 1;
    else if (person.updatedAt === maker.now) counts.updated += 1;
    if (person) written.push(person);
  }
  const cursor = rows.at(-1)?.number ?? job.cursor;
  await updateImport(tx, job.id, { ...counts, cursor, failures: 0 });
  if (rows.length < ROWS_AT_ONCE) {
    await end(tx, moving, { ...job, ...counts }, null);
    const { created, updated, refused } = counts;
    await recordAudit(tx, maker, { action: "import.end", target: job.id, after: { created, updated, refused } });
  }
  return written;
}

/** Null where it can no longer be: why stays with the row. */
async function bringIn(tx: Tx, maker: Context, row: ImportedRow): Promise<UserRow | null> {
  try {
    const input = UserInput.parse(row.cells);
    if (input.active === false || (input.role && input.role !== "super_admin")) {
      await keepOneSuperAdmin(tx, maker.workspaceId, input.id);
    }
    return await writeUser(tx, maker, input);
  } catch (error) {
    // Only what was looked up and refused: a write that failed ends the whole transaction.
    if (!isAppError(error) || error.cause !== undefined) throw error;
    const faults = error.errors?.map(({ pointer, detail }) => ({ column: pointer.slice(1), detail }));
    const { importId, workspaceId, number } = row;
    const stays = { importId, workspaceId, number, faults: faults ?? [{ column: null, detail: error.detail }] };
    await insertImportRows(tx, [{ ...stays, userId: null, email: null, cells: null }]);
    return null;
  }
}

async function end(tx: Tx, { now, newId }: Moving, job: ImportRow, fault: string | null): Promise<void> {
  await updateImport(tx, job.id, { endedAt: now, fault });
  const errors = job.faulty + job.refused;
  await tellOfImport(tx, { now, newId }, { ...job, rows: job.done - job.refused, errors, fault });
}

async function noteFailure(moving: Moving, { id }: ImportRow): Promise<void> {
  await moving.db.transact(async (tx) => {
    const job = await holdImport(tx, id);
    if (!job) return;
    await updateImport(tx, id, { failures: job.failures + 1 });
    if (job.failures + 1 >= MOST_FAILURES) await end(tx, moving, job, GAVE_UP);
  });
}
