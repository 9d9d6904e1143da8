import { expect, test } from "vitest";
import { countVitest } from "./count-vitest.mjs";

const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };
const failed = {
  name: `${process.cwd()}/lib/a.test.ts`,
  status: "failed",
  assertionResults: [{ status: "passed" }, { status: "failed", fullName: "adds up", failureMessages: ["1 is not 2"] }],
};
const notLoaded = { name: "b.test.ts", status: "failed", message: "no such module", assertionResults: [] };

test("counts passed, failed and skipped tests", () => {
  expect(countVitest({ ...report, testResults: [failed] })).toMatchObject({ passed: 3, failed: 1, skipped: 2 });
});

test("counts a file that could not load as one failed", () => {
  expect(countVitest({ ...report, testResults: [failed, notLoaded] }).failed).toBe(2);
});

test("names what failed, and why", () => {
  expect(countVitest({ ...report, testResults: [failed, notLoaded] }).failures).toEqual([
    { name: "lib/a.test.ts › adds up", message: "1 is not 2" },
    { name: "b.test.ts", message: "no such module" },
  ]);
});
