import type { Tx } from "@/db/database";
import { dueInLane, type LaneLook, type LaneTurn } from "@/db/queries/due-deliveries";
import { claimTogether, dueTogether } from "@/db/queries/gathering";
import { gather } from "@/lib/core/gather";
import { interleave } from "@/lib/core/interleave";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Parcel } from "./call";
import { type DueLane, isUrgent } from "./lanes-in-turn";
import type { Passage } from "./passage";

/**
 * What goes of one lane now, in at most `most` calls: the urgent first, then one of each turn. A batch that was fixed goes
 * as it is, and what was tried alone goes alone; the others fill calls.
 */
export async function callsOfLane(
  tx: Tx,
  { lane, turns }: DueLane,
  passage: Passage,
  { most, now }: { most: number; now: Date },
): Promise<Parcel[][]> {
  const room = passage.room(lane);
  const calls = Math.min(room.calls, most);
  if (calls === 0) return [];
  const due = (whose: readonly LaneTurn[]) => dueOf(tx, whose, { lane, now, limit: calls * room.each });
  const urgent = turns.some(isUrgent) ? await due(turns.filter(isUrgent)) : NOTHING;
  const others = await due(turns.filter((turn) => !isUrgent(turn)));
  const fresh = [...urgent.fresh, ...others.fresh];
  const filled = Array.from({ length: Math.ceil(fresh.length / room.each) }, (_, call) =>
    fresh.slice(call * room.each, (call + 1) * room.each),
  );
  // What is urgent takes the others along, where there is room in its call: that costs nobody anything.
  const rest = urgent.fresh.length > 0 ? [...filled, ...others.tried] : [...others.tried, ...filled];
  const made = [...urgent.tried, ...rest].slice(0, calls);
  if (made.length > 0) passage.pass(lane);
  return made;
}

interface Due {
  tried: Parcel[][];
  fresh: Parcel[];
}

const NOTHING: Due = { tried: [], fresh: [] };

/** What is due of these turns in a lane, one of each in turn: enough for `limit`, who waits longest beginning. */
async function dueOf(tx: Tx, turns: readonly LaneTurn[], { lane, now, limit }: LaneLook): Promise<Due> {
  // Twice a fair share: not everybody has as much.
  const share = Math.min(limit, Math.ceil((2 * limit) / Math.max(1, turns.length)));
  const fairly = { lane, now, limit: share };
  const tried: Parcel[][] = [];
  const fresh: Parcel[][] = [];
  const together = new Map<WorkspaceId, Set<string>>();
  for (const turn of turns) {
    const rows = turn.alone ? await dueInLane(tx, turn, fairly) : [];
    tried.push(rows.filter((row) => row.claims > 0).map((row) => [row]));
    fresh.push(rows.filter((row) => row.claims === 0).map((row) => [row]));
    if (!turn.together) continue;
    const people = together.get(turn.workspaceId) ?? new Set();
    together.set(turn.workspaceId, people);
    for (const userId of await dueTogether(tx, turn, fairly)) people.add(userId);
  }
  // Of two ranks perhaps, and one message all the same: so they are no turn's, but their workspace's.
  for (const [workspaceId, people] of together) {
    if (people.size === 0) continue;
    const rows = await claimTogether(tx, lane, now, { workspaceId, userIds: [...people] });
    fresh.push([...gather(rows, (row) => row.userId).values()]);
  }
  const begins = ([a]: Parcel[], [b]: Parcel[]) => dueFirst(a, b);
  return {
    tried: interleave(tried.sort(begins)).map((parcel) => [parcel]),
    fresh: interleave(fresh.filter((list) => list.length > 0).sort(begins)),
  };
}

function dueFirst(a: Parcel | undefined, b: Parcel | undefined): number {
  if (!a?.[0] || !b?.[0]) return a ? -1 : 1;
  return a[0].dueAt.getTime() - b[0].dueAt.getTime() || (a[0].id < b[0].id ? -1 : 1);
}
