import type { Tx } from "@/db/database";
import { type DeliveryRow, followersOf } from "@/db/queries/deliveries";
import { dueOrphans } from "@/db/queries/due-deliveries";
import { gather } from "@/lib/core/gather";
import type { Call, Delivering, Parcel } from "./call";
import { callsOfLane } from "./calls-of-lane";
import { fixCalls } from "./fix-calls";
import { type DueLane, isUrgent, lanesInTurn, type Seen } from "./lanes-in-turn";
import { lostNow } from "./lost-now";
import { openPassage } from "./passage";

/** Orphans in hand at once; one that was lost twice goes alone, since it may be what kills workers (F14). */
const ORPHANS = 8;

/** What one process has in hand, and where its last look ended. */
export interface InHand {
  /** How many more calls it has room for, and how many of these only something urgent may take (F17). */
  room: number;
  kept: number;
  /** Calls that other workers had lost. */
  orphans: number;
  /** Whether more of these may be taken: not beside one that was lost twice, nor while no lease can be trusted (F28). */
  rescues: boolean;
  /** Is changed: the next look goes on from there. */
  seen: Seen;
}

/**
 * Claims what is due and may go out now: fenced and leased, with its content fixed, its place under the cap taken and
 * its gates passed, in one transaction. What should not go out after all is ended with its reason instead.
 */
export async function claimCalls(given: Delivering, inHand: InHand): Promise<Call[]> {
  const { db } = given;
  const now = given.now();
  // Most looks find nothing: they must not cost others the right to write.
  const { seen, room, kept } = inHand;
  const lanes = await lanesInTurn(db.read, now, { seen, chance: given.chance(), onlyUrgent: room <= kept });
  const orphans = inHand.rescues ? await dueOrphans(db.read, now, 1) : [];
  if (lanes.length === 0 && orphans.length === 0) return [];
  return db.transact((tx) => claim(tx, given, inHand, { lanes, now }));
}

async function claim(tx: Tx, given: Delivering, inHand: InHand, { lanes, now }: { lanes: DueLane[]; now: Date }) {
  const orphans = inHand.rescues ? fewAtOnce(await dueOrphans(tx, now, ORPHANS), inHand.orphans) : [];
  const names = [...lanes, ...orphans].map(({ lane }) => lane);
  const passage = await openPassage(tx, given.channels, names, now);
  const groups: Parcel[][] = [];
  for (const orphan of orphans) {
    if (passage.room(orphan.lane).calls === 0) continue;
    groups.push([[orphan]]);
    passage.pass(orphan.lane);
  }
  for (const due of lanes) {
    const room = due.turns.some(isUrgent) ? inHand.room : inHand.room - inHand.kept;
    if (groups.length < room)
      groups.push(...(await callsOfLane(tx, due, passage, { most: room - groups.length, now })));
  }
  await passage.save();
  return fixCalls(tx, given, await withFollowers(tx, groups), now);
}

/** At most `ORPHANS` in hand, and one that was lost before only when no other is. */
function fewAtOnce(orphans: readonly DeliveryRow[], inHand: number): readonly DeliveryRow[] {
  const once = orphans.filter((row) => lostNow(row) <= 1);
  if (once.length > 0) return once.slice(0, Math.max(0, ORPHANS - inHand));
  return inHand === 0 ? orphans.slice(0, 1) : [];
}

async function withFollowers(tx: Tx, groups: Parcel[][]): Promise<Parcel[][]> {
  const leaders = groups.flatMap(([parcel]) => parcel?.[0]?.leaderId ?? []);
  const followers = gather(await followersOf(tx, leaders), (row) => row.leaderId);
  return groups.map((parcels) => {
    const others = followers.get(parcels[0]?.[0]?.leaderId ?? "") ?? [];
    return [...parcels, ...others.map((row) => [row])];
  });
}
