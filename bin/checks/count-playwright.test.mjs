import { expect, test } from "vitest";
import { countPlaywright } from "./count-playwright.mjs";

const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
const errors = [{ message: "global set-up" }];

test("counts a flaky test and an error outside any test as failed", () => {
  expect(countPlaywright({ stats, errors })).toMatchObject({ passed: 5, failed: 3, skipped: 2 });
});

test("names what failed, however deep it stands, and why", () => {
  const tests = [{ status: "unexpected", results: [{ errors: [{ message: "no bell", location: { line: 8 } }] }] }];
  const green = [{ status: "expected", results: [{ errors: [] }] }];
  const specs = [
    { file: "bell.spec.ts", line: 7, title: "rings", tests },
    { file: "bell.spec.ts", line: 9, title: "is still", tests: green },
  ];
  expect(countPlaywright({ stats, errors, suites: [{ specs: [], suites: [{ specs }] }] }).failures).toEqual([
    { name: "bell.spec.ts:7 › rings", message: "no bell\n    at line 8" },
    { name: "outside any test", message: "global set-up" },
  ]);
});
