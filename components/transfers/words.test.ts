import { expect, test } from "vitest";
import type { ImportView } from "@/lib/core/transfer";
import { importWords, rowWords, stoppedWords } from "./words";

const counted = (counts: Partial<ImportView>) =>
  ({ rows: 0, done: 0, created: 0, updated: 0, refused: 0, faulty: 0, ...counts }) as ImportView;
const view = (counts: Partial<ImportView>) => importWords(counted(counts));

test("says what became of an import, and nothing that is none", () => {
  expect(view({ done: 1250, created: 1240, updated: 7, refused: 1, faulty: 2 })).toBe(
    "1,240 new, 7 changed, 2 as they were, 3 left out",
  );
  expect(view({ done: 1, created: 1 })).toBe("1 new");
  expect(view({})).toBe("Nobody was brought in");
});

test("says of an import that was stopped what stays, and what was not reached", () => {
  expect(stoppedWords(counted({ rows: 1201, done: 200, created: 200 }))).toBe(
    "Stopped. What was brought in stays: 200 new. 1,001 rows were not reached.",
  );
  expect(stoppedWords(counted({ rows: 1 }))).toBe("Stopped. 1 row was not reached.");
});

test("counts rows", () => {
  expect([0, 1, 2000].map(rowWords)).toEqual(["0 rows", "1 row", "2,000 rows"]);
});
