import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { authSecret } from "./secret";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "belfry-secret-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const besides = () => ({ DATABASE_URL: `file:${path.join(folder, "belfry.db")}` });

test("takes the one that is set", () => {
  const AUTH_SECRET = "a secret that somebody chose with care";
  expect(authSecret({ ...besides(), AUTH_SECRET })).toBe(AUTH_SECRET);
  expect(readdirSync(folder)).toEqual([]);
});

test("makes one beside the database, for its owner's eyes only, and keeps it", () => {
  const made = authSecret(besides());
  const file = path.join(folder, "auth-secret");
  expect(made.length).toBeGreaterThanOrEqual(44);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, "utf8").trim()).toBe(made);
  expect(authSecret(besides())).toBe(made);
  expect(readdirSync(folder)).toEqual(["auth-secret"]);
});

test("says what is wrong with a file that is no secret, and does not show it", () => {
  writeFileSync(path.join(folder, "auth-secret"), "short");
  expect(() => authSecret(besides())).toThrow(/fewer than 32 characters/);
  expect(() => authSecret(besides())).not.toThrow(/: short/);
});
