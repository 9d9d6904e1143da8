import { expect, test } from "vitest";
import { keepNewest } from "./keep-newest";

test("lets the first go when there are more than are kept", () => {
  const cache = new Map<string, number>();
  for (const [key, value] of [
    ["a", 1],
    ["b", 2],
    ["c", 3],
  ] as const)
    keepNewest(cache, 2, key, value);
  expect([...cache]).toEqual([
    ["b", 2],
    ["c", 3],
  ]);
});

test("lets nobody go for a value that takes the place of its own", () => {
  const cache = new Map([
    ["a", 1],
    ["b", 2],
  ]);
  keepNewest(cache, 2, "a", 3);
  expect([...cache]).toEqual([
    ["a", 3],
    ["b", 2],
  ]);
});
