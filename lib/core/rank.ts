import type { Topic } from "./topic";

/** Which goes first (F17): what is urgent, before all else; then the rest in turn, what is told to many in a turn of its own. */
export const RANKS = { urgent: 0, usual: 1, bulk: 2 } as const;
export type Rank = (typeof RANKS)[keyof typeof RANKS];

/** The rank of what a topic tells. What is critical is urgent, also when it is told to many. */
export function rankOf(urgency: Topic["urgency"], isBroadcast: boolean): Rank {
  if (urgency === "critical") return RANKS.urgent;
  return isBroadcast ? RANKS.bulk : RANKS.usual;
}

/** The urgency by which what has this rank is timed: a broadcast is critical by itself, whatever its topic is. */
export function urgencyOf(rank: Rank): Topic["urgency"] {
  return rank === RANKS.urgent ? "critical" : "normal";
}
