import { expect, test } from "vitest";
import { countVitest } from "./count-vitest.mjs";

const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };
const failed = { status: "failed", assertionResults: [{ status: "passed" }, { status: "failed" }] };
const notLoaded = { status: "failed", assertionResults: [] };

test("counts passed, failed and skipped tests", () => {
  expect(countVitest({ ...report, testResults: [failed] })).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test("counts a file that could not load as one failed", () => {
  expect(countVitest({ ...report, testResults: [failed, notLoaded] }).failed).toBe(2);
});
