import type { Tx } from "@/db/database";
import { findWaitingEvents, listEventsSince } from "@/db/queries/erasure";
import {
  type Forgetting,
  forgetActor,
  forgetActorOf,
  forgetInMails,
  forgetUnsent,
  type Named,
} from "@/db/queries/told-of";
import type { Context } from "../context";

const PLACES: readonly Forgetting[] = [forgetActor, forgetInMails, forgetUnsent];
const ROWS_AT_ONCE = 2000;

/** What `eraseNewName` goes on from. */
interface Looked {
  /** Where the look at each place ended. */
  ends: readonly string[];
  /** When it began, and the events that were not decided then: by now they may have changed a row that it had passed. */
  since: Date;
  waiting: readonly string[];
}

/**
 * Takes a person's name from what others were told of them (S28), some rows a transaction: none waits long for it (F44).
 * What comes meanwhile is for `eraseNewName`.
 */
export async function eraseName(
  { db, workspaceId, now: since }: Pick<Context, "db" | "workspaceId" | "now">,
  person: Omit<Named, "workspaceId">,
): Promise<Looked> {
  const waiting = (await findWaitingEvents(db.read, workspaceId, [person.id])).map(({ id }) => id);
  const ends: string[] = [];
  for (const forget of PLACES) {
    let end = "";
    for (let next: string | undefined = ""; next !== undefined; ) {
      end = next;
      next = await db.transact((tx) => forget(tx, { ...person, workspaceId }, end, ROWS_AT_ONCE));
      await new Promise(setImmediate);
    }
    ends.push(end);
  }
  return { ends, since, waiting };
}

/** The same of what came or was changed in place meanwhile, in the transaction that erases the person: few rows. */
export async function eraseNewName(tx: Tx, person: Named, { ends, since, waiting }: Looked): Promise<void> {
  for (const [at, forget] of PLACES.entries()) {
    for (let next = ends[at]; next !== undefined; ) next = await forget(tx, person, next, ROWS_AT_ONCE);
  }
  const fresh = await listEventsSince(tx, person.workspaceId, person.id, since);
  await forgetActorOf(tx, person, [...waiting, ...fresh]);
}
