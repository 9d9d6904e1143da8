import type { Tx } from "@/db/database";
import { countDecided, updateBroadcast } from "@/db/queries/broadcasts";
import type { EventRow } from "@/db/queries/events";
import type { DecidedChunk } from "../events/decided-chunk";
import { sizeOf } from "./size-of";

/** Counts what these chunks decided into the broadcasts that they are of, in the transaction that stores them (F38). */
export async function countBroadcasts(tx: Tx, chunks: readonly DecidedChunk[]): Promise<void> {
  for (const { event, next, decided, at } of chunks) {
    const terms = event.payload.broadcast;
    if (!terms || terms.chases) continue;
    // Groups change until it begins.
    if (event.cursor === null) await updateBroadcast(tx, terms.id, { people: await peopleOf(tx, event) });
    const people = decided.filter(({ userId }) => !userId.startsWith("group:"));
    const notified = people.filter(({ notification }) => notification !== null).length;
    await countDecided(tx, terms.id, { decided: people.length, notified, at, isLast: next === null });
  }
}

async function peopleOf(tx: Tx, { workspaceId, payload: { recipients, broadcast } }: EventRow): Promise<number> {
  if (broadcast?.everyone) return sizeOf(tx, workspaceId, "everyone");
  const groups = recipients.flatMap((one) => ("group" in one ? [one.group] : []));
  return groups.length > 0 ? sizeOf(tx, workspaceId, groups) : recipients.length;
}
