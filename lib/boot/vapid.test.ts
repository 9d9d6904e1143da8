import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { vapidKeys } from "./vapid";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "belfry-vapid-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const besides = () => ({
  DATABASE_URL: `file:${path.join(folder, "belfry.db")}`,
  EMAIL_FROM: "Belfry <bell@example.com>",
});

test("takes the keys that are set", () => {
  const [VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, VAPID_SUBJECT] = ["B".repeat(87), "p".repeat(43), "mailto:a@example.com"];
  expect(
    vapidKeys({ ...besides(), VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, VAPID_SUBJECT }, "https://bell.example.com"),
  ).toEqual({ publicKey: VAPID_PUBLIC_KEY, privateKey: VAPID_PRIVATE_KEY, subject: VAPID_SUBJECT });
});

test("makes keys once, for its owner's eyes only, and keeps them", () => {
  const made = vapidKeys(besides(), "https://bell.example.com");
  expect(made).toMatchObject({ subject: "https://bell.example.com" });
  expect(vapidKeys(besides(), "http://localhost:3000")).toEqual({ ...made, subject: "mailto:bell@example.com" });
  expect(statSync(path.join(folder, "vapid-keys.json")).mode & 0o777).toBe(0o600);
});

test("says which file holds no keys, and makes no others over it", () => {
  writeFileSync(path.join(folder, "vapid-keys.json"), "{}");
  expect(() => vapidKeys(besides(), "http://localhost:3000")).toThrow(/vapid-keys.json cannot be used/);
});
