import type { Runtime } from "@/lib/runtime";

/** A worker that has not come round for so long has stopped; milliseconds. */
const WORKER_SILENT = 15_000;

/** Whether the process is not stopping, its database takes writes, and its worker comes round. Why not is logged. */
export async function readiness({ ready, db, log, workerSeenAt }: Runtime): Promise<boolean> {
  if (!ready) return false;
  if (performance.now() - workerSeenAt > WORKER_SILENT) {
    log.error("not ready: the worker has stopped");
    return false;
  }
  try {
    await db.ping();
    return true;
  } catch (err) {
    log.error({ err }, "not ready: the database takes no writes");
    return false;
  }
}
