import { expect, test } from "vitest";
import { failures, lastLine } from "./tally.mjs";

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

test("says again what failed, without colours", () => {
  const message = `\u001b[31m${Array.from({ length: 30 }, (_, line) => `line ${line}`).join("\n")}\u001b[39m`;
  const told = failures([
    { title: "Unit tests", failures: [{ name: "a.test.ts › adds up", message }] },
    { title: "Build" },
  ]);
  expect(told).toContain("✗ Unit tests: a.test.ts › adds up\n    line 0\n    line 1\n");
  expect(told).not.toContain("line 12");
  expect(told).not.toContain("\u001b");
});
