import type { Tx } from "@/db/database";
import type { Context } from "../context";
import { raiseOwn } from "../events/raise-own";

/** What of a job its notification tells. */
export interface Ended {
  id: string;
  workspaceId: Context["workspaceId"];
  userId: string;
  fileName: string;
}

const transfersAddress = "/admin/import-export";
const importAddress = (id: string) => `${transfersAddress}/imports/${id}`;
const exportFileAddress = (id: string) => `${transfersAddress}/exports/${id}/file`;

export type Telling = Pick<Context, "now" | "newId">;

/** Tells its creator, and nobody else, that an import ended (R62): in the transaction that ends it. */
export async function tellOfImport(
  tx: Tx,
  telling: Telling,
  job: Ended & { rows: number; errors: number; fault: string | null },
): Promise<void> {
  const { rows, errors, fault } = job;
  const data = fault === null ? { status: "success", rows, errors } : { status: "failure", rows, error: fault };
  const subject = { type: "import", id: job.id, title: job.fileName, url: importAddress(job.id) };
  await raiseOwn(
    tx,
    { ...telling, workspaceId: job.workspaceId },
    { topic: "imports.finished", ...toMaker(job), subject, data },
  );
}

/** Tells its creator, and nobody else, that an export is ready or failed (R7, R61). */
export async function tellOfExport(
  tx: Tx,
  telling: Telling,
  job: Ended & { rows: number; fault: string | null },
): Promise<void> {
  const { id, fileName, rows, fault } = job;
  const file_url = exportFileAddress(id);
  const data = fault === null ? { status: "success", rows, file_url } : { status: "failure", error: fault };
  const subject = { type: "export", id, title: fileName, url: transfersAddress };
  await raiseOwn(
    tx,
    { ...telling, workspaceId: job.workspaceId },
    { topic: "exports.ready", ...toMaker(job), subject, data },
  );
}

function toMaker({ userId }: Ended) {
  return { recipients: [{ user: userId, as: "creator" }], actor: { user: userId }, origin: "ui" as const };
}
