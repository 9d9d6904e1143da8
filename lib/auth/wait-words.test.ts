import { expect, test } from "vitest";
import { waitWords } from "./wait-words";

test("tells a wait as people do, and never too short", () => {
  expect([1, 8, 90, 91, 121, 900].map(waitWords)).toEqual([
    "1 second",
    "8 seconds",
    "90 seconds",
    "2 minutes",
    "3 minutes",
    "15 minutes",
  ]);
});
