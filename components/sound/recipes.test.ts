import { expect, test } from "vitest";
import { SOUNDS } from "@/lib/core/sound";
import { durationOf, RECIPES } from "./recipes";

test.each(SOUNDS)("%s is short, begins softly and stays far from full scale", (sound) => {
  const tones = RECIPES[sound];
  expect(durationOf(tones)).toBeLessThanOrEqual(1.2);
  expect(Math.min(...tones.map(({ attack }) => attack))).toBeGreaterThanOrEqual(0.003);
  expect(Math.max(...tones.map(({ level }) => level))).toBeLessThanOrEqual(0.5);
});

test("has a recipe for each of the six, and no two alike", () => {
  expect(Object.keys(RECIPES)).toEqual([...SOUNDS]);
  expect(new Set(Object.values(RECIPES).map((tones) => JSON.stringify(tones))).size).toBe(6);
});
