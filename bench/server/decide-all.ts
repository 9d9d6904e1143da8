import type { Database } from "@/db/database";
import { newId } from "@/lib/ids";
import { decideDueEvents } from "@/lib/usecases/events/decide-due-events";

/** Decides all that waits, as a worker does; throws at the first event that cannot be decided. */
export async function decideAll(db: Database): Promise<void> {
  const onFault = (_: string, error: unknown) => {
    throw error;
  };
  while ((await decideDueEvents(db, { now: new Date(), newId, activeWindowSeconds: 60, onFault }, () => {})) > 0);
}
