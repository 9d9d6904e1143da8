import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isInstalledAsLocked } from "./lockfile.mjs";

const LOCKED = {
  "": { version: "0.1.0" },
  "node_modules/a": { version: "1.0.0" },
  "node_modules/for-windows": { version: "2.0.0", optional: true },
};
let folder;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "belfry-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("is so when every package is there, but for the optional ones of other systems", () => {
  expect(installed({ "node_modules/a": { version: "1.0.0" } })).toBe(true);
});

test.each([
  ["one is missing", {}],
  ["one has another version", { "node_modules/a": { version: "1.0.1" } }],
  [
    "one is there that should not be",
    { "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "1.0.0" } },
  ],
])("is not so when %s", (_, packages) => {
  expect(installed(packages)).toBe(false);
});

test("is not so when npm never finished", () => {
  expect(isInstalledAsLocked(path.join(folder, "lock"), path.join(folder, "none"))).toBe(false);
});

function installed(packages) {
  const [lock, record] = ["lock", "record"].map((name) => path.join(folder, name));
  writeFileSync(lock, JSON.stringify({ packages: LOCKED }));
  writeFileSync(record, JSON.stringify({ packages }));
  return isInstalledAsLocked(lock, record);
}
