import type { Tx } from "@/db/database";
import { type Forgetting, forgetActor, forgetInMails, forgetUnsent, type Named } from "@/db/queries/told-of";
import type { Context } from "../context";

const PLACES: readonly Forgetting[] = [forgetActor, forgetInMails, forgetUnsent];
const ROWS_AT_ONCE = 2000;

/**
 * Takes a person's name from what others were told of them (S28), some rows a transaction: none waits long for it (F44).
 * Answers where each look ended, for `eraseNewName`.
 */
export async function eraseName(
  { db, workspaceId }: Pick<Context, "db" | "workspaceId">,
  person: Omit<Named, "workspaceId">,
): Promise<readonly string[]> {
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
  return ends;
}

/** The same of what came meanwhile, in the transaction that erases the person: few rows. */
export async function eraseNewName(tx: Tx, person: Named, ends: readonly string[]): Promise<void> {
  for (const [at, forget] of PLACES.entries()) {
    for (let next = ends[at]; next !== undefined; ) next = await forget(tx, person, next, ROWS_AT_ONCE);
  }
}
