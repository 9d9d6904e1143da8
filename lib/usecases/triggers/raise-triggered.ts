import type { Tx } from "@/db/database";
import { type EventRow, insertEvents } from "@/db/queries/events";
import { insertRaisings, type RaisingRow } from "@/db/queries/triggers";
import { pullTrigger } from "@/lib/core/trigger";
import { rowOf } from "../events/accept-events";
import type { DecideOptions } from "../events/decided-chunk";
import type { Triggering } from "./known-triggers";

/**
 * Raises what triggers make of events that are decided, in the very transaction that ends them (R85): once for each event
 * and trigger, however often a worker dies. What was withdrawn meanwhile never comes here.
 */
export async function raiseTriggered(
  tx: Tx,
  ended: readonly EventRow[],
  { triggers, topics }: Triggering,
  { now, newId }: Pick<DecideOptions, "now" | "newId">,
): Promise<void> {
  if (triggers.length === 0) return;
  const raisings: RaisingRow[] = [];
  const events = new Map<string, EventRow>();
  for (const event of ended) {
    for (const trigger of triggers) {
      const topic = topics.get(trigger.raises);
      if (trigger.topic !== event.topic || !topic) continue;
      const triggered = pullTrigger(trigger, event, topic);
      if ("stops" in triggered && triggered.stops !== "chain") continue;
      const by = { now, newId, workspaceId: event.workspaceId, actor: { kind: "system" } } as const;
      const raised = "raises" in triggered ? rowOf(by, triggered.raises, topic) : null;
      if (raised) events.set(raised.id, raised);
      const { id: triggerId, name } = trigger;
      raisings.push({ eventId: event.id, triggerId, name, raisedId: raised?.id ?? null, at: now });
    }
  }
  if (raisings.length === 0) return;
  const fresh = await insertRaisings(tx, raisings);
  await insertEvents(
    tx,
    fresh.flatMap(({ raisedId }) => (raisedId ? events.get(raisedId)! : [])),
  );
}
