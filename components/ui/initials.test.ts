import { expect, test } from "vitest";
import { hueOf, initials } from "./initials";

test.each([
  ["Ada Lovelace", "AL"],
  ["Grace Brewster Murray Hopper", "GH"],
  ["ada", "A"],
  ["  ", "?"],
  ["李 小龍", "李小"],
  ["😀 Smith", "😀S"],
])("shortens %j to %s", (name, letters) => {
  expect(initials(name)).toBe(letters);
});

test("gives one id one hue, and spreads many over all twelve", () => {
  expect(hueOf("ada")).toBe(hueOf("ada"));
  const hues = new Set(Array.from({ length: 200 }, (_, index) => hueOf(`person-${index}`)));
  expect(hues.size).toBe(12);
});
