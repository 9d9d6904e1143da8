import type { Database } from "@/db/database";
import { claimDueSnoozes, hasDueSnoozes, wakeNotification } from "@/db/queries/inbox";
import type { newId } from "@/lib/ids";
import { type Changed, gatherChanged } from "../events/changed";

/** How many wake in one transaction. */
const PORTION = 200;

/** Wakes what was snoozed until `now`: it stands on top of its lists again, unread. `tell` is called after the commit. */
export async function wakeDue(
  db: Database,
  { now, newId: makeId }: { now: Date; newId: typeof newId },
  tell: (changed: Changed[]) => void,
): Promise<number> {
  if (!(await hasDueSnoozes(db.read, now))) return 0;
  const woken = await db.transact(async (tx) => {
    const due = await claimDueSnoozes(tx, now, PORTION);
    const rows = due.map((row) => ({ ...row, position: makeId("pos") }));
    for (const row of rows) await wakeNotification(tx, row, now, row.position);
    return rows;
  });
  if (woken.length > 0) tell(gatherChanged(woken));
  return woken.length;
}
