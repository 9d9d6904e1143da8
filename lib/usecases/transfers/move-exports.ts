import type { Tx } from "@/db/database";
import { addExportPart, type ExportRow, findDueExport, holdExport, updateExport } from "@/db/queries/exports";
import { listForFile } from "@/db/queries/people";
import { recordAudit } from "../audit/record";
import type { Context } from "../context";
import { filterOf } from "../people/list-people";
import { GAVE_UP, MOST_FAILURES, type Moving, makerOf, NO_LONGER } from "./moving";
import { reportIfLarge } from "./report-if-large";
import { tellOfExport } from "./tell-of-transfer";
import { headOfFile, linesOf } from "./write-csv";

const PEOPLE_AT_ONCE = 1000;
/** How long a file is kept; milliseconds. */
const KEPT = 7 * 86_400_000;

/**
 * Writes the next lines of an export, in one transaction with how far it is: killed anywhere, each person is in the file
 * once. Any number of processes may. Answers whether there was something to do.
 */
export async function moveExports(moving: Moving): Promise<boolean> {
  const due = await findDueExport(moving.db.read);
  if (!due) return false;
  try {
    const maker = await makerOf(moving, due);
    await moving.db.transact((tx) => moveSome(tx, moving, due.id, maker));
  } catch (error) {
    await noteFailure(moving, due);
    throw error;
  }
  return true;
}

async function moveSome(tx: Tx, moving: Moving, id: string, maker: Context | null): Promise<void> {
  const job = await holdExport(tx, id);
  if (!job) return;
  if (!maker) return fail(tx, moving, job, NO_LONGER);
  const filter = filterOf(maker, job.selection);
  const people = await listForFile(tx, job.workspaceId, filter, { after: job.cursor, limit: PEOPLE_AT_ONCE });
  const text = (job.cursor === "" ? headOfFile() : "") + linesOf(people);
  if (text !== "") await addExportPart(tx, id, text);
  const rows = job.rows + people.length;
  const bytes = job.bytes + Buffer.byteLength(text);
  await updateExport(tx, id, { rows, bytes, cursor: people.at(-1)?.id ?? job.cursor, failures: 0 });
  if (people.length === PEOPLE_AT_ONCE) return;
  await updateExport(tx, id, { endedAt: moving.now, expiresAt: new Date(moving.now.getTime() + KEPT) });
  await tellOfExport(tx, moving, { ...job, rows, fault: null });
  await recordAudit(tx, maker, { action: "export.end", target: id, after: { rows } });
  await reportIfLarge(tx, moving, { ...job, rows });
}

async function fail(tx: Tx, moving: Moving, job: ExportRow, fault: string): Promise<void> {
  await updateExport(tx, job.id, { endedAt: moving.now, fault });
  await tellOfExport(tx, moving, { ...job, fault });
}

async function noteFailure(moving: Moving, { id }: ExportRow): Promise<void> {
  await moving.db.transact(async (tx) => {
    const job = await holdExport(tx, id);
    if (!job) return;
    await updateExport(tx, id, { failures: job.failures + 1 });
    if (job.failures + 1 >= MOST_FAILURES) await fail(tx, moving, job, GAVE_UP);
  });
}
