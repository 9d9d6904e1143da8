import type { Tx } from "@/db/database";
import { endMerged, insertMembers, openWindows, type WindowRow } from "@/db/queries/merging";
import type { DecidedChunk, DecideOptions } from "./decided-chunk";

/** A window that is to be closed before anything else of its kind is decided. */
export class WindowDue extends Error {}

/**
 * Lets what waits join the open window of its person and topic, or open one that all who follow share: its deadline is
 * so long after the first event fell due (R77, A15). Throws `WindowDue` where the deadline of an open one has come. Answers
 * the ids of events that wait in no window any more.
 */
export async function joinWindows(
  tx: Tx,
  chunks: readonly DecidedChunk[],
  { now, newId }: Pick<DecideOptions, "now" | "newId">,
): Promise<string[]> {
  const waiting = chunks.filter(({ window }) => window > 0);
  if (waiting.length === 0) return [];
  const wanted = new Map<string, Omit<WindowRow, "changes" | "unheard">>();
  for (const { event, window, decided } of waiting) {
    const { workspaceId, topic, dueAt } = event;
    const closesAt = new Date(dueAt.getTime() + window * 1000);
    for (const { userId, waits } of decided) {
      const name = nameOf({ userId, topic });
      if (waits && !wanted.has(name)) wanted.set(name, { id: newId("mwn"), workspaceId, userId, topic, closesAt });
    }
  }
  const rows = [...wanted.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const open = new Map((await openWindows(tx, rows)).map((row) => [nameOf(row), row]));
  const fresh = new Set(rows.map(({ id }) => id));
  for (const { id, closesAt } of open.values()) if (!fresh.has(id) && closesAt <= now) throw new WindowDue();
  const members = waiting.flatMap(({ event, decided }) =>
    decided.flatMap(({ userId, waits }) => {
      if (!waits) return [];
      return {
        windowId: open.get(nameOf({ userId, topic: event.topic }))!.id,
        eventId: event.id,
        userId,
        routes: waits,
      };
    }),
  );
  await insertMembers(tx, members);
  // The windows of an audience's first people may be closed before its last ones are decided.
  const through = waiting.filter(({ event, next }) => next === null && event.cursor !== null);
  if (through.length === 0) return [];
  return endMerged(
    tx,
    through.map(({ event }) => event.id),
    now,
  );
}

function nameOf({ userId, topic }: Pick<WindowRow, "userId" | "topic">): string {
  return `${topic} ${userId}`;
}
