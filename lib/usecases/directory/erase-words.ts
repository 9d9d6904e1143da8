import type { Tx } from "@/db/database";
import { changeQueued } from "@/db/queries/due-events";
import { findWaitingEvents, listDecidedFor, rewriteEvent } from "@/db/queries/erasure";
import { findPayloads, lockEvents } from "@/db/queries/events";
import { changeWindowsOf } from "@/db/queries/merging";
import type { StoredEvent } from "@/lib/core/stored-event";
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
  const merging: string[] = [];
  for (const { id, payload, status } of await findWaitingEvents(tx, workspaceId, names)) {
    const rest = withoutPerson(payload, person);
    // Of who did it, a worker may hold the name: it is refused, as is one that has read other words.
    if (rest === payload && !isActor(payload, person)) continue;
    if (status !== "merging") await changeQueued(tx, id, { payload: rest });
    else {
      await rewriteEvent(tx, id, rest);
      merging.push(id);
    }
  }
  await changeWindowsOf(tx, merging);
}

function isActor({ actor }: StoredEvent, { id }: { id: string }): boolean {
  return actor !== undefined && "user" in actor && actor.user === id;
}
