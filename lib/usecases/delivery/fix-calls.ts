import type { Tx } from "@/db/database";
import { type AttemptRow, changeHeld, type DeliveryRow, insertAttempts } from "@/db/queries/deliveries";
import { changeDecisions, type DecidedLater } from "@/db/queries/events";
import { refusalAt } from "@/lib/core/delivery";
import type { Call, Delivering } from "./call";
import { lookAgain, type Verdict } from "./look-again";
import { lostAttempt, lostNow } from "./lost-now";
import { takePlacesOf } from "./take-places";

type Going = Extract<Verdict, { go: true }>;
type End = Pick<DeliveryRow, "state" | "reason" | "detail">;

/** Fixes who and what is in each call, under a lease and a new fencing token, and ends what should not go out. */
export async function fixCalls(tx: Tx, given: Delivering, groups: DeliveryRow[][], now: Date): Promise<Call[]> {
  const rows = groups.flat();
  const verdicts = await lookAgain(tx, given, rows, now);
  const going = rows.flatMap((row) => {
    const verdict = verdicts.get(row.id);
    return verdict?.go ? [{ row, address: verdict.message.destination, timeZone: verdict.timeZone }] : [];
  });
  const newMails = going.filter(({ row }) => row.channel === "email" && row.capDay === null);
  const days = await takePlacesOf(tx, newMails, now, given.dailyCap);
  const overCap = new Set(newMails.flatMap(({ row }) => (days.has(row.id) ? [] : row.id)));

  const calls: Call[] = [];
  const lost: AttemptRow[] = [];
  const told: DecidedLater[] = [];
  for (const group of groups) {
    const members: { row: DeliveryRow; going: Going }[] = [];
    for (const row of group) {
      const verdict = verdicts.get(row.id);
      // The members of a batch that was tried end together, as their first does.
      const end = deadEnd(row.leaderId === null ? row : group[0]!, given, now) ?? endOf(verdict, overCap.has(row.id));
      if (row.leaseUntil !== null) lost.push(lostAttempt(row, now));
      if (end === null) members.push({ row, going: verdict as Going });
      else if (await changeHeld(tx, row, { ...end, ...ended(row, now) })) told.push(decided(row, end));
    }
    const call = await take(tx, given, members, days, now);
    if (call) calls.push(call);
  }
  await insertAttempts(tx, lost);
  await changeDecisions(tx, told);
  return calls;
}

function deadEnd(row: DeliveryRow, { channels }: Delivering, now: Date): End | null {
  return refusalAt({ ...row, lost: lostNow(row) }, now, channels.get(row.channel)?.keyMemory ?? 0);
}

function endOf(verdict: Verdict | undefined, overCap: boolean): End | null {
  if (overCap) return { state: "suppressed", reason: "daily_cap", detail: null };
  if (!verdict) return { state: "cancelled", reason: "withdrawn", detail: null };
  return verdict.go ? null : { state: verdict.state, reason: verdict.reason, detail: null };
}

/** Counted as a claim too, so that whoever held it before is refused. */
function ended(row: DeliveryRow, now: Date): Partial<DeliveryRow> {
  return { endedAt: now, leaseUntil: null, claims: row.claims + 1, lost: lostNow(row) };
}

function decided({ eventId, userId, channel }: DeliveryRow, { state, reason }: End): DecidedLater {
  return { eventId, userId, channel, outcome: state, reason };
}

async function take(
  tx: Tx,
  { channels, lease }: Delivering,
  members: { row: DeliveryRow; going: Going }[],
  days: ReadonlyMap<string, string>,
  now: Date,
): Promise<Call | null> {
  const [first] = members;
  if (!first) return null;
  const leaderId = first.row.leaderId ?? (members.length > 1 ? first.row.id : null);
  const taken: Call["members"] = [];
  for (const { row, going } of members) {
    const change = {
      ...{ claims: row.claims + 1, claimedAt: now, leaseUntil: new Date(now.getTime() + lease), lost: lostNow(row) },
      ...{ leaderId, content: going.message.content, destination: going.message.destination },
      uncertainSince: row.uncertainSince ?? (row.leaseUntil === null ? null : row.claimedAt),
      capDay: days.get(row.id) ?? row.capDay,
    };
    if (await changeHeld(tx, row, change)) taken.push({ row: { ...row, ...change }, message: going.message });
  }
  if (taken.length === 0) return null;
  const { lane, key, channel, lost } = { ...first.row, lost: lostNow(first.row) };
  const callKey = leaderId === null ? key : `${leaderId}.batch`;
  return { channel: channels.get(channel)!, lane, key: callKey, startedAt: now, lost, members: taken };
}
