import type { Database } from "@/db/database";
import { faultOf } from "@/db/files/sqlite-file";
import { listAuditAfter } from "@/db/queries/audit";
import { listWorkspaces, type WorkspaceRow } from "@/db/queries/workspaces";
import { AppError } from "@/lib/app-error";
import { checkedEnv } from "@/lib/boot/checked-env";
import { CHAIN_START, firstBrokenEntry } from "@/lib/usecases/audit/chain";
import type { Command } from "./command";

const ENTRIES_AT_ONCE = 2000;

/** Pages, owners and audit chains (I7). PostgreSQL looks after its pages and owners itself. */
export const dbCheck: Command = {
  options: [],
  required: [],
  async run({ db }) {
    const url = checkedEnv().DATABASE_URL;
    const fault = url.startsWith("file:") ? faultOf(url.slice("file:".length)) : null;
    if (fault) throw new AppError("internal", `The database is not sound. ${fault} Restore the last backup.`);
    let entries = 0;
    for (const workspace of await listWorkspaces(db.read)) entries += await checkAudit(db, workspace);
    return { json: { ok: true, audit_entries: entries }, text: `All is sound; ${entries} entries of audit hold.` };
  },
};

async function checkAudit(db: Database, { id, name }: WorkspaceRow): Promise<number> {
  for (let last = CHAIN_START; ; ) {
    const rows = await listAuditAfter(db.read, id, last.number, ENTRIES_AT_ONCE);
    const broken = firstBrokenEntry(rows, last);
    if (broken !== undefined)
      throw new AppError("internal", `Entry ${broken} of the audit of ${name} was tampered with.`);
    const end = rows.at(-1);
    if (!end) return last.number;
    last = end;
  }
}
