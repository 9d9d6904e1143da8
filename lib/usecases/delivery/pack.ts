import type { DeliveryRow } from "@/db/queries/deliveries";
import type { Message } from "@/lib/channels/channel";
import { refusalAt } from "@/lib/core/delivery";
import { gatherContents } from "@/lib/core/gathering";
import type { Hold } from "@/lib/core/quiet-hours";
import type { Delivering, Parcel } from "./call";
import type { Verdict } from "./look-again";
import { lostNow } from "./lost-now";

type Going = Extract<Verdict, { go: true }>;
export type End = Pick<DeliveryRow, "state" | "reason" | "detail">;

/** One message that is about to leave. */
export interface Letter {
  /** The delivery that it goes as. */
  row: DeliveryRow;
  /** The other deliveries that it tells of. */
  others: DeliveryRow[];
  message: Message;
  timeZone: string | null;
}

/** What is in one call, and what of it should not go out after all, or not yet. */
export interface Packed {
  letters: Letter[];
  ended: { row: DeliveryRow; end: End }[];
  held: { row: DeliveryRow; hold: Hold }[];
}

/** Sorts out what may go of one call, and makes one message of what leaves together. */
export function pack(
  parcels: readonly Parcel[],
  verdicts: ReadonlyMap<string, Verdict>,
  given: Delivering,
  now: Date,
): Packed {
  const packed: Packed = { letters: [], ended: [], held: [] };
  const leader = parcels[0]?.[0];
  for (const parcel of parcels) {
    const going: { row: DeliveryRow; verdict: Going }[] = [];
    for (const row of parcel) {
      const verdict = verdicts.get(row.id);
      // The members of a batch that was tried end together, as their first does.
      const end = deadEnd(row.leaderId === null ? row : leader!, given, now) ?? endOf(verdict);
      if (end) packed.ended.push({ row, end });
      else if (verdict?.go === "later") packed.held.push({ row, hold: verdict.hold });
      else going.push({ row, verdict: verdict as Going });
    }
    const letter = letterOf(going);
    if (letter) packed.letters.push(letter);
  }
  return packed;
}

/** One notification that a pause or quiet hours held is told as it would have been. */
function letterOf(going: readonly { row: DeliveryRow; verdict: Going }[]): Letter | null {
  const [first, ...others] = going;
  if (!first) return null;
  const { row, verdict } = first;
  const { message, timeZone, gathers } = verdict;
  if (!gathers || (gathers.period === "catch_up" && others.length === 0)) return { row, others: [], message, timeZone };
  const content = gatherContents(
    going.map((one) => one.verdict.message.content),
    gathers,
  );
  return { row, others: others.map((one) => one.row), message: { ...message, content }, timeZone };
}

function deadEnd(row: DeliveryRow, { channels }: Delivering, now: Date): End | null {
  return refusalAt({ ...row, lost: lostNow(row) }, now, channels.get(row.channel)?.keyMemory ?? 0);
}

function endOf(verdict: Verdict | undefined): End | null {
  if (!verdict) return { state: "cancelled", reason: "withdrawn", detail: null };
  return verdict.go !== false ? null : { state: verdict.state, reason: verdict.reason, detail: verdict.detail ?? null };
}
