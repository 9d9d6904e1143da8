import type { Tx } from "@/db/database";
import { type DeliveryRow, dueInLane, dueOrphans, followersOf, lanesWithWork } from "@/db/queries/deliveries";
import { claimTogether, dueTogether } from "@/db/queries/gathering";
import type { Call, Delivering, Parcel } from "./call";
import { fixCalls } from "./fix-calls";
import { gather } from "./gather";
import { lostNow } from "./lost-now";
import { openPassage, type Passage } from "./passage";

/** Lanes that one claim looks at. */
const LANES = 100;
/** Orphans in hand at once; one that was lost twice goes alone, since it may be what kills workers (F14). */
const ORPHANS = 8;

/** What one process has in hand, and where its last look ended. */
export interface InHand {
  /** How many more calls it has room for. */
  room: number;
  /** Calls that other workers had lost, and whether one of them was lost more than once. */
  orphans: number;
  suspect: boolean;
  /** The lane after which to go on, so that each has its turn. */
  after: string;
}

/**
 * Claims what is due and may go out now: fenced and leased, with its content fixed, its place under the cap taken and
 * its gates passed, in one transaction. What should not go out after all is ended with its reason instead.
 */
export async function claimCalls(given: Delivering, inHand: InHand): Promise<{ calls: Call[]; after: string }> {
  const { db } = given;
  const now = given.now();
  // Most looks find nothing: they must not cost others the right to write.
  const lanes = await nextLanes(db.read, now, inHand.after);
  const orphans = await dueOrphans(db.read, now, 1);
  if (lanes.length === 0 && orphans.length === 0) return { calls: [], after: "" };
  const calls = await db.transact((tx) => claim(tx, given, inHand, lanes, now));
  return { calls, after: lanes.length === LANES ? (lanes.at(-1) ?? "") : "" };
}

/** From where the last look ended; from the start again when that was the end. */
async function nextLanes(tx: Tx, now: Date, after: string): Promise<string[]> {
  const lanes = await lanesWithWork(tx, now, after, LANES);
  return lanes.length > 0 || after === "" ? lanes : lanesWithWork(tx, now, "", LANES);
}

async function claim(tx: Tx, given: Delivering, inHand: InHand, lanes: string[], now: Date): Promise<Call[]> {
  const orphans = inHand.suspect ? [] : fewAtOnce(await dueOrphans(tx, now, ORPHANS), inHand.orphans);
  const passage = await openPassage(tx, given.channels, [...lanes, ...orphans.map((row) => row.lane)], now);
  const groups: Parcel[][] = [];
  for (const orphan of orphans) {
    if (passage.room(orphan.lane).calls === 0) continue;
    groups.push([[orphan]]);
    await passage.pass(orphan.lane);
  }
  for (const lane of lanes) {
    if (groups.length >= inHand.room) break;
    groups.push(...(await callsOf(tx, lane, passage, inHand.room - groups.length, now)));
  }
  return fixCalls(tx, given, await withFollowers(tx, groups), now);
}

/** At most `ORPHANS` in hand, and one that was lost before only when no other is. */
function fewAtOnce(orphans: readonly DeliveryRow[], inHand: number): readonly DeliveryRow[] {
  const once = orphans.filter((row) => lostNow(row) <= 1);
  if (once.length > 0) return once.slice(0, Math.max(0, ORPHANS - inHand));
  return inHand === 0 ? orphans.slice(0, 1) : [];
}

/** A batch that was fixed goes as it is, and what was tried alone goes alone; the others fill calls. */
async function callsOf(tx: Tx, lane: string, passage: Passage, most: number, now: Date): Promise<Parcel[][]> {
  const room = passage.room(lane);
  const calls = Math.min(room.calls, most);
  if (calls === 0) return [];
  const rows = await dueInLane(tx, lane, now, calls * room.each);
  const tried = rows.filter((row) => row.claims > 0).map((row) => [[row]]);
  const alone = rows.filter((row) => row.claims === 0).map((row) => [row]);
  const fresh = [...alone, ...(await gathered(tx, lane, now, calls * room.each))].sort(byAge);
  const filled = Array.from({ length: Math.ceil(fresh.length / room.each) }, (_, call) =>
    fresh.slice(call * room.each, (call + 1) * room.each),
  );
  const made = [...tried, ...filled].slice(0, calls);
  if (made.length > 0) await passage.pass(lane);
  return made;
}

/** What leaves together in a lane: a parcel a person. */
async function gathered(tx: Tx, lane: string, now: Date, limit: number): Promise<Parcel[]> {
  const parcels: Parcel[] = [];
  for (const [workspaceId, userIds] of await dueTogether(tx, lane, now, limit)) {
    const rows = await claimTogether(tx, lane, now, { workspaceId, userIds: [...userIds] });
    parcels.push(...gather(rows, (row) => row.userId).values());
  }
  return parcels;
}

function byAge([a]: Parcel, [b]: Parcel): number {
  return a!.dueAt.getTime() - b!.dueAt.getTime() || (a!.id < b!.id ? -1 : 1);
}

async function withFollowers(tx: Tx, groups: Parcel[][]): Promise<Parcel[][]> {
  const leaders = groups.flatMap(([parcel]) => parcel?.[0]?.leaderId ?? []);
  const followers = gather(await followersOf(tx, leaders), (row) => row.leaderId);
  return groups.map((parcels) => {
    const others = followers.get(parcels[0]?.[0]?.leaderId ?? "") ?? [];
    return [...parcels, ...others.map((row) => [row])];
  });
}
