import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runCounted } from "./run-counted.mjs";

const asIs = (report) => report;
const runner = (counts, code) => async (report) => {
  if (counts) writeFileSync(report, JSON.stringify(counts));
  return code;
};

test("takes the counts of a run that ended well", async () => {
  const counts = { passed: 7, failed: 0, skipped: 1 };
  expect(await runCounted(asIs, runner(counts, 0))).toEqual(counts);
});

test("does not count the exit code beside the tests that caused it", async () => {
  const counts = { passed: 7, failed: 2, skipped: 0 };
  expect(await runCounted(asIs, runner(counts, 1))).toEqual(counts);
});

test("a runner that crashed before its report is one failed", async () => {
  expect(await runCounted(asIs, runner(undefined, 1))).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("a runner that ran nothing is one failed", async () => {
  const nothing = { passed: 0, failed: 0, skipped: 3 };
  expect(await runCounted(asIs, runner(nothing, 0))).toEqual({ ...nothing, failed: 1 });
});

test("a runner that failed without a failed test is one failed", async () => {
  const green = { passed: 7, failed: 0, skipped: 0 };
  expect(await runCounted(asIs, runner(green, 1))).toEqual({ ...green, failed: 1 });
});
