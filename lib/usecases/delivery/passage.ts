import type { Tx } from "@/db/database";
import { lockGates, saveGate } from "@/db/queries/gates";
import type { Channels } from "@/lib/channels/registry";
import { type Gate, isBroken, OPEN_GATE, passed } from "@/lib/core/gate";
import { channelOfLane } from "@/lib/core/lane";

/**
 * Calls that one claim takes of one lane: no more than go to one host at once, and others have their turn too. And about so
 * many deliveries, where one call holds many: requests wait as long as a claim takes.
 */
const A_LANE = 8;
const DELIVERIES = 10;

/** The gates of some lanes while calls are claimed: who may pass, and that somebody did. */
export interface Passage {
  /** How many calls may be claimed of a lane, and with how many deliveries each. */
  room(lane: string): { calls: number; each: number };
  /** A call goes through: nobody else does until its pace allows, once that is saved. */
  pass(lane: string): void;
  /** Writes down when those that calls passed let through the next. */
  save(): Promise<void>;
}

/** Reads the gates, and locks those that must let through one at a time over all processes (F21). */
export async function openPassage(tx: Tx, channels: Channels, lanes: readonly string[], now: Date): Promise<Passage> {
  const paceOf = (key: string, lane: string): number => {
    const pace = channels.get(channelOfLane(lane))?.pace ?? { channel: 0, lane: 0 };
    return Math.max(key === channelOfLane(lane) ? pace.channel : 0, key === lane ? pace.lane : 0);
  };
  const all = unique(lanes.flatMap(keysOf));
  const paced = unique(lanes.flatMap((lane) => keysOf(lane).filter((key) => paceOf(key, lane) > 0)));
  const gates = await lockGates(tx, all, paced);
  const gateOf = (key: string): Gate => gates.get(key) ?? OPEN_GATE;
  const used = new Set<string>();

  return {
    room(lane) {
      const channel = channels.get(channelOfLane(lane));
      const keys = keysOf(lane);
      if (!channel || keys.some((key) => gateOf(key).readyAt > now)) return { calls: 0, each: 0 };
      if (keys.some((key) => isBroken(gateOf(key)))) return { calls: 1, each: 1 };
      const onePace = keys.some((key) => paceOf(key, lane) > 0);
      const calls = Math.min(A_LANE, Math.ceil(DELIVERIES / channel.batch));
      return { calls: onePace ? 1 : calls, each: channel.batch };
    },
    pass(lane) {
      for (const key of keysOf(lane)) {
        const after = passed(gateOf(key), paceOf(key, lane), now);
        if (after.readyAt <= now) continue;
        gates.set(key, after);
        used.add(key);
      }
    },
    async save() {
      for (const key of [...used].sort()) await saveGate(tx, key, gateOf(key), now);
    },
  };
}

/** A lane passes its own gate and that of its channel. */
function keysOf(lane: string): string[] {
  const channel = channelOfLane(lane);
  return channel === lane ? [lane] : [channel, lane];
}

function unique(keys: readonly string[]): string[] {
  return [...new Set(keys)];
}
