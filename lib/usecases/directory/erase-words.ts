import type { Tx } from "@/db/database";
import { changeQueued } from "@/db/queries/due-events";
import { findWaitingEvents, listDecidedFor, rewriteEvent } from "@/db/queries/erasure";
import { findPayloads, lockEvents } from "@/db/queries/events";
import { withoutPerson } from "@/lib/core/without-person";
import type { WorkspaceId } from "@/lib/core/workspace";

const EVENTS_AT_ONCE = 500;

/** Takes from events what they say of a person who is erased (S28). Before what was decided about them goes. */
export async function eraseWords(
  tx: Tx,
  workspaceId: WorkspaceId,
  person: { id: string; email: string },
): Promise<void> {
  const names = [person.id, person.email];
  for (let after = ""; ; ) {
    const ids = await listDecidedFor(tx, workspaceId, names, { after, limit: EVENTS_AT_ONCE });
    await lockEvents(tx, ids);
    for (const [id, payload] of await findPayloads(tx, workspaceId, ids)) {
      const rest = withoutPerson(payload, person);
      if (rest !== payload) await rewriteEvent(tx, id, rest);
    }
    if (ids.length < EVENTS_AT_ONCE) break;
    after = ids.at(-1)!;
  }
  for (const { id, payload, status } of await findWaitingEvents(tx, workspaceId, names)) {
    const rest = withoutPerson(payload, person);
    if (rest === payload) continue;
    // A worker that has read it already is refused.
    if (status === "merging") await rewriteEvent(tx, id, rest);
    else await changeQueued(tx, id, { payload: rest });
  }
}
