import type { Tx } from "@/db/database";
import { changeDecisions, type DecidedLater } from "@/db/queries/decisions";
import { changeHeld, type DeliveryRow, insertAttempts } from "@/db/queries/deliveries";
import { joinDigest } from "@/db/queries/gathering";
import { gather } from "@/lib/core/gather";
import type { Call, Delivering, Parcel } from "./call";
import { endGathered } from "./end-gathered";
import { holdBack } from "./hold-back";
import { lookAgain } from "./look-again";
import { lostAttempt, lostNow } from "./lost-now";
import { type End, type Letter, type Packed, pack } from "./pack";
import { giveBackPlace, takePlacesOf } from "./take-places";

/** Fixes who and what is in each call, under a lease and a new fencing token, and ends what should not go out. */
export async function fixCalls(
  tx: Tx,
  given: Delivering,
  groups: readonly (readonly Parcel[])[],
  now: Date,
): Promise<Call[]> {
  const rows = groups.flat(2);
  const verdicts = await lookAgain(tx, given, rows, now);
  const packed = groups.map((parcels) => pack(parcels, verdicts, given, now));
  const days = await takePlaces(tx, given, packed, now);
  const calls = await take(tx, given, packed, { days, now });
  const lost = rows.filter((row) => row.leaseUntil !== null).map((row) => lostAttempt(row, now));
  await insertAttempts(tx, lost);
  const ended = packed.flatMap((one) => one.ended);
  const held = packed.flatMap((one) => one.held);
  await changeDecisions(tx, [...(await endAll(tx, ended, now)), ...(await holdBack(tx, held))]);
  return calls;
}

/**
 * Takes their places under the daily cap, and ends what finds none (R33). A digest takes none: it is of no topic, and there
 * is one a moment at most.
 */
async function takePlaces(tx: Tx, { dailyCap }: Delivering, packed: readonly Packed[], now: Date) {
  const isNewMail = ({ row, message: { content } }: Letter) =>
    row.channel === "email" && row.capDay === null && content.digest === undefined;
  const wanted = packed.flatMap(({ letters }) => letters.filter(isNewMail));
  const places = wanted.map(({ row, message, timeZone }) => ({ row, address: message.destination, timeZone }));
  const days = await takePlacesOf(tx, places, now, dailyCap);
  for (const one of packed) {
    const late = one.letters.filter((letter) => isNewMail(letter) && !days.has(letter.row.id));
    one.letters = one.letters.filter((letter) => !late.includes(letter));
    one.ended.push(...late.map(({ row }) => ({ row, end: OVER_CAP })));
  }
  return days;
}

const OVER_CAP: End = { state: "suppressed", reason: "daily_cap", detail: null };

/** Claims what is in each call. What another worker took meanwhile is left out. */
async function take(
  tx: Tx,
  { channels, lease }: Delivering,
  packed: readonly Packed[],
  { days, now }: { days: ReadonlyMap<string, string>; now: Date },
): Promise<Call[]> {
  const wanted = packed.flatMap(({ letters }) =>
    letters.map(({ row, others, message }) => ({
      ...{ letters, row, others, message },
      change: {
        claims: row.claims + 1,
        claimedAt: now,
        leaseUntil: new Date(now.getTime() + lease),
        lost: lostNow(row),
        leaderId: leaderOf(letters),
        content: message.content,
        destination: message.destination,
        uncertainSince: row.uncertainSince ?? (row.leaseUntil === null ? null : row.claimedAt),
        capDay: days.get(row.id) ?? row.capDay,
      },
    })),
  );
  const held = await changeHeld(tx, wanted);
  const taken = wanted.filter((_, at) => held[at]);
  for (const { row, others } of taken.filter((one) => one.others.length > 0)) {
    await joinDigest(
      tx,
      row.id,
      others.map(({ id }) => id),
    );
  }
  return [...gather(taken, ({ letters }) => letters)].map(([letters, members]) => {
    const [{ row }] = letters as [Letter];
    const leaderId = leaderOf(letters);
    return {
      channel: channels.get(row.channel)!,
      lane: row.lane,
      key: leaderId === null ? row.key : `${leaderId}.batch`,
      startedAt: now,
      lost: lostNow(row),
      members: members.map(({ row, change, message }) => ({ row: { ...row, ...change }, message })),
    };
  });
}

/** Whom a batch of several stands under; null for what goes alone. */
function leaderOf(letters: readonly Letter[]): string | null {
  const [first] = letters as [Letter];
  return first.row.leaderId ?? (letters.length > 1 ? first.row.id : null);
}

/** Counted as a claim too, so that whoever held it before is refused. */
async function endAll(tx: Tx, ended: Packed["ended"], now: Date): Promise<DecidedLater[]> {
  const held = await changeHeld(
    tx,
    ended.map(({ row, end }) => ({
      row,
      change: { ...end, leaseUntil: null, claims: row.claims + 1, lost: lostNow(row), endedAt: now },
    })),
  );
  const done = ended.filter((_, at) => held[at]);
  for (const { row } of done) await giveBackPlace(tx, row);
  return [...done.map(({ row, end }) => decided(row, end)), ...(await endGathered(tx, done, now))];
}

function decided({ eventId, userId, channel }: DeliveryRow, { state, reason }: End): DecidedLater {
  return { eventId, userId, channel, outcome: state, reason };
}
