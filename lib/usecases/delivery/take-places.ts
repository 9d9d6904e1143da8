import type { Tx } from "@/db/database";
import type { DeliveryRow } from "@/db/queries/deliveries";
import { type CapKey, giveBackPlaces, takePlaces } from "@/db/queries/mail-counts";
import { gather } from "@/lib/core/gather";
import { localDay } from "@/lib/core/local-day";

export interface PlaceWanted {
  row: DeliveryRow;
  address: string;
  /** The recipient's, else the account's (A16). */
  timeZone: string | null;
}

/**
 * Takes a place under the daily cap for each mail that falls due: of one topic, to one address, on its recipient's day
 * (R33). Answers each one's day by delivery id; those without one came too late.
 */
export async function takePlacesOf(
  tx: Tx,
  wanted: readonly PlaceWanted[],
  now: Date,
  cap: number,
): Promise<Map<string, string>> {
  const groups = [...gather(wanted, (one) => JSON.stringify(keyOf(one, now))).values()];
  const keys = groups.map((group) => ({ ...keyOf(group[0]!, now), taken: group.length }));
  // In one order, so that two workers do not wait for each other in a ring.
  const order = keys.map((_, at) => at).sort((a, b) => (JSON.stringify(keys[a]) < JSON.stringify(keys[b]) ? -1 : 1));
  const taken = await takePlaces(
    tx,
    order.map((at) => keys[at]!),
  );
  const days = new Map<string, string>();
  for (const [index, at] of order.entries()) {
    const { taken: asked, ...key } = keys[at]!;
    const over = Math.min(asked, Math.max(0, taken[index]! - cap));
    if (over > 0) await giveBackPlaces(tx, key, over);
    for (const { row } of groups[at]!.slice(0, asked - over)) days.set(row.id, key.day);
  }
  return days;
}

function keyOf({ row: { workspaceId, topic }, address, timeZone }: PlaceWanted, now: Date): CapKey {
  return { workspaceId, topic, address, day: localDay(now, timeZone) };
}

/** The place of what was not sent after all, if it took one: another mail may have it. */
export async function giveBackPlace(tx: Tx, { workspaceId, topic, destination, capDay }: DeliveryRow): Promise<void> {
  if (capDay === null || destination === null) return;
  await giveBackPlaces(tx, { workspaceId, topic, address: destination, day: capDay }, 1);
}
