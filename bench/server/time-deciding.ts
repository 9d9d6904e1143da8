import { openDatabase } from "@/db/client";
import { newId } from "@/lib/ids";
import { decideDueEvents } from "@/lib/usecases/events/decide-due-events";

/** Decides all that waits in the database; milliseconds. */
export async function timeDeciding(file: string): Promise<number> {
  const db = await openDatabase(`file:${file}`);
  const onFault = (_: string, error: unknown) => {
    throw error;
  };
  globalThis.gc?.();
  const start = performance.now();
  while ((await decideDueEvents(db, { now: new Date(), newId, activeWindowSeconds: 60, onFault }, () => {})) > 0);
  const ms = performance.now() - start;
  await db.close();
  return ms;
}
