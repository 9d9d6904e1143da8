import type { BroadcastRow } from "@/db/queries/broadcasts";
import type { EventRow } from "@/db/queries/events";
import { type BroadcastTerms, broadcastKey } from "@/lib/core/broadcast";
import { BROADCASTS } from "@/lib/core/broadcast-topic";
import type { StoredEvent } from "@/lib/core/stored-event";
import type { Context } from "../context";
import { rowOf } from "../events/accept-events";

/** What rests, or waits for a second person, is due in another age: nothing takes it until it goes on. */
export const NEVER = new Date("9999-12-31T00:00:00Z");

type Words = Pick<BroadcastRow, "title" | "body" | "url">;

/** The event that tells a broadcast, or with `chases` a reminder of it. From here on it goes as any event does (F38). */
export function broadcastEvent(
  ctx: Context,
  row: Words & Pick<BroadcastRow, "id" | "makerId" | "sender" | "audience" | "email" | "urgency" | "test">,
  { deliverAt, chases }: { deliverAt?: Date; chases?: BroadcastTerms["chases"] } = {},
): EventRow {
  const { id, makerId, sender, audience, email, urgency, test } = row;
  const groups = audience === "everyone" || chases ? [] : audience.map((group) => ({ group }));
  const event: StoredEvent = {
    topic: BROADCASTS,
    recipients: test && makerId ? [{ user: makerId }] : groups,
    // A test is for its maker, whom their own acts do not tell.
    ...(makerId && { actor: test ? { name: sender } : { user: makerId } }),
    origin: "ui",
    update_key: broadcastKey(id),
    ...(deliverAt && { deliver_at: deliverAt.toISOString() }),
    broadcast: { id, everyone: audience === "everyone", email, urgency, chases },
  };
  return rowOf(ctx, saying(event, row), { alignSeconds: null, urgency });
}

/** The ids of its event and of its newest reminder. */
export function eventsOf({ eventId, chaseId }: Pick<BroadcastRow, "eventId" | "chaseId">): string[] {
  return chaseId ? [eventId, chaseId] : [eventId];
}

/** The same event with these words. */
export function saying(event: StoredEvent, { title, body, url }: Words): StoredEvent {
  const { url: _, ...rest } = event;
  return { ...rest, title, body, ...(url !== null && { url }) };
}
