import { expect, test } from "vitest";
import { RANKS, rankOf } from "./rank";

test.each([
  ["critical", false, RANKS.urgent],
  ["critical", true, RANKS.urgent],
  ["high", false, RANKS.usual],
  ["normal", false, RANKS.usual],
  ["high", true, RANKS.bulk],
  ["normal", true, RANKS.bulk],
] as const)("%s, told to many: %s, has the rank %d (F17)", (urgency, isBroadcast, rank) => {
  expect(rankOf(urgency, isBroadcast)).toBe(rank);
});
