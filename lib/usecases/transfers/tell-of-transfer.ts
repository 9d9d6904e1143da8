import type { Tx } from "@/db/database";
import { insertEvents } from "@/db/queries/events";
import { findTopic } from "@/db/queries/topics";
import type { StoredEvent } from "@/lib/core/stored-event";
import type { Context } from "../context";
import { rowOf } from "../events/accept-events";

/** What of a job its notification tells. */
interface Ended {
  id: string;
  workspaceId: Context["workspaceId"];
  userId: string;
  fileName: string;
}

const transfersAddress = "/admin/import-export";
const importAddress = (id: string) => `${transfersAddress}/imports/${id}`;
const exportFileAddress = (id: string) => `${transfersAddress}/exports/${id}/file`;

type Telling = Pick<Context, "now" | "newId">;

/** Tells its creator, and nobody else, that an import ended (R62): in the transaction that ends it. */
export async function tellOfImport(
  tx: Tx,
  telling: Telling,
  job: Ended & { rows: number; errors: number; fault: string | null },
): Promise<void> {
  const { rows, errors, fault } = job;
  const data = fault === null ? { status: "success", rows, errors } : { status: "failure", rows, error: fault };
  const subject = { type: "import", id: job.id, title: job.fileName, url: importAddress(job.id) };
  await raise(tx, telling, job, { topic: "imports.finished", ...toMaker(job), subject, data });
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
  await raise(tx, telling, job, { topic: "exports.ready", ...toMaker(job), subject, data });
}

/** Reports a large export to the other super admins (R82). */
export async function reportExport(
  tx: Tx,
  telling: Telling,
  job: Ended & { rows: number },
  superAdmins: readonly string[],
): Promise<void> {
  const recipients = superAdmins.filter((id) => id !== job.userId).map((user) => ({ user }));
  if (recipients.length === 0) return;
  const { id, fileName, rows, userId } = job;
  const subject = { type: "export", id, title: fileName };
  const actor = { user: userId };
  await raise(tx, telling, job, {
    ...{ topic: "exports.large", recipients, actor, subject, origin: "ui" },
    data: { file_name: fileName, rows },
  });
}

function toMaker({ userId }: Ended) {
  return { recipients: [{ user: userId, as: "creator" }], actor: { user: userId }, origin: "ui" as const };
}

/** An event of Belfry's own; none where the company removed the topic. */
async function raise(tx: Tx, telling: Telling, { workspaceId }: Ended, event: StoredEvent): Promise<void> {
  if (!(await findTopic(tx, workspaceId, event.topic))) return;
  await insertEvents(tx, [rowOf({ ...telling, workspaceId, actor: { kind: "system" } }, event, undefined)]);
}
