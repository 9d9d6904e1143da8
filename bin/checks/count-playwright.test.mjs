import { expect, test } from "vitest";
import { countPlaywright } from "./count-playwright.mjs";

test("counts a flaky test and an error outside any test as failed", () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
  expect(countPlaywright({ stats, errors: [{ message: "global set-up" }] })).toEqual({
    passed: 5,
    failed: 3,
    skipped: 2,
  });
});
