import { expect, test } from "vitest";
import { lastLine } from "./tally.mjs";

test("sums the steps", () => {
  const steps = [
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 40, failed: 2, skipped: 0 },
  ];
  expect(lastLine(steps)).toBe("41 passed, 2 failed");
});

test("names what was skipped, only where something was", () => {
  expect(lastLine([{ passed: 1, failed: 0, skipped: 3 }])).toBe("1 passed, 0 failed, 3 skipped");
});
