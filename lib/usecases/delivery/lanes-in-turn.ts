import type { Tx } from "@/db/database";
import { type LaneTurn, lanesWithWork, type Turn, type TurnWithWork, turnsWithWork } from "@/db/queries/due-deliveries";
import { interleave } from "@/lib/core/interleave";
import { RANKS } from "@/lib/core/rank";

/** A lane in which something is due, and who has something due in it: the urgent first. */
export interface DueLane {
  lane: string;
  turns: LaneTurn[];
}

/** Where the last look at the lanes of each turn ended, if it did not see them all: from there it goes on. */
export type Seen = Map<string, string>;

/** Lanes of one turn that one look takes, and turns that are not urgent. */
const LANES = 128;
const TURNS = 64;

/**
 * The lanes to look at next: those with something urgent, then, unless only that may go, one of each workspace in turn, so
 * that neither many deliveries nor many lanes of one make the others wait (F17). `chance` is in [0, 1): who begins.
 */
export async function lanesInTurn(
  tx: Tx,
  now: Date,
  { seen, chance, onlyUrgent }: { seen: Seen; chance: number; onlyUrgent: boolean },
): Promise<DueLane[]> {
  const turns = await turnsWithWork(tx, now);
  const urgent = turns.filter(isUrgent);
  const others = onlyUrgent ? [] : turns.filter((turn) => !isUrgent(turn));
  const first = Math.floor(chance * others.length);
  const chosen = [...others.slice(first), ...others.slice(0, first)].slice(0, TURNS);
  const lanes = new Map<string, DueLane>();
  for (const group of [urgent, chosen]) {
    const found: LaneTurn[][] = [];
    for (const turn of group) found.push(await nextLanes(tx, turn, now, seen));
    for (const turn of interleave(found)) {
      const known = lanes.get(turn.lane);
      if (known) known.turns.push(turn);
      else lanes.set(turn.lane, { lane: turn.lane, turns: [turn] });
    }
  }
  return [...lanes.values()];
}

export function isUrgent({ rank }: Turn): boolean {
  return rank === RANKS.urgent;
}

/** From where the last look ended; from the start again when that was the end. */
async function nextLanes(tx: Tx, turn: TurnWithWork, now: Date, seen: Seen): Promise<LaneTurn[]> {
  const name = `${turn.rank} ${turn.workspaceId}`;
  const after = seen.get(name) ?? "";
  let lanes = await lanesWithWork(tx, turn, { now, after, limit: LANES });
  if (lanes.length === 0 && after !== "") lanes = await lanesWithWork(tx, turn, { now, after: "", limit: LANES });
  if (lanes.length === LANES) seen.set(name, lanes.at(-1)!.lane);
  else seen.delete(name);
  return lanes;
}
