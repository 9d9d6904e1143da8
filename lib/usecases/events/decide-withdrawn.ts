import type { Database } from "@/db/database";
import { type DecisionRow, insertDecisions } from "@/db/queries/decisions";
import type { EventRow } from "@/db/queries/events";
import { planEvent } from "@/lib/core/fan-out";
import { withdrawnDecision } from "@/lib/core/merge-window";
import { type Known, loadKnown } from "./load-known";
import { type AudienceChunk, nextAudience } from "./next-audience";

const PEOPLE_A_TRANSACTION = 200;

/**
 * Says to everybody whom an event was for why nothing was sent, where it was taken back before anything was decided (R79).
 * Call it once, after the commit that cancelled the event: some people a transaction, however many they are.
 */
export async function decideWithdrawn(db: Database, event: EventRow, now: Date): Promise<void> {
  for (let cursor: string | null = null, isOver = false; !isOver; isOver = cursor === null) {
    const audience = await nextAudience(db.read, { ...event, cursor }, PEOPLE_A_TRANSACTION);
    const userIds = [...audience.routes.keys()];
    // Who is there at this moment does not matter.
    const known = await loadKnown(db, event.workspaceId, { events: [event], userIds }, { now, activeWindowSeconds: 0 });
    await db.transact((tx) => insertDecisions(tx, withdrawn(event, audience, known, now)));
    cursor = audience.next;
  }
}

function withdrawn(event: EventRow, { routes, unknown }: AudienceChunk, known: Known, at: Date): DecisionRow[] {
  const topic = known.names.topics.get(event.topic);
  if (!topic) return [];
  const plans = planEvent({ event: event.payload, topic });
  const plannedFor = (userId: string) => {
    const person = known.people.get(userId);
    return person ? plans.decide({ ...person, routes: routes.get(userId) ?? [] }) : plans.decideUnknown();
  };
  return [...routes.keys(), ...unknown].map((userId) => ({
    workspaceId: event.workspaceId,
    eventId: event.id,
    userId,
    notificationId: null,
    channels: withdrawnDecision(plannedFor(userId).decision),
    at,
  }));
}
