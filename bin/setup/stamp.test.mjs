import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashOf, isStamped, stamp, unstamp } from "./stamp.mjs";

let folder;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "belfry-stamp-"));
  mkdirSync(path.join(folder, "lib/deep"), { recursive: true });
  writeFileSync(path.join(folder, "lib/deep/a.ts"), "one");
});

afterEach(() => rmSync(folder, { recursive: true }));

test("the hash changes with a file deep in a folder, and with its name", () => {
  const hashes = [hashOf([folder])];
  writeFileSync(path.join(folder, "lib/deep/a.ts"), "two");
  hashes.push(hashOf([folder]));
  writeFileSync(path.join(folder, "lib/deep/b.ts"), "");
  hashes.push(hashOf([folder]));
  expect(new Set(hashes).size).toBe(3);
});

test("the hash passes over what does not count and what does not exist", () => {
  const before = hashOf([folder]);
  writeFileSync(path.join(folder, "lib/a.test.ts"), "a test");
  expect(hashOf([folder, path.join(folder, "none")], (file) => !file.endsWith(".test.ts"))).toBe(before);
});

test("a stamp holds for its value only, and until it is taken back", () => {
  const file = path.join(folder, "new/.stamp");
  stamp(file, "abc");
  expect([isStamped(file, "abc"), isStamped(file, "abd")]).toEqual([true, false]);
  unstamp(file);
  expect(isStamped(file, "abc")).toBe(false);
});
