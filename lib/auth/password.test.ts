import { verify as verifyByArgon2 } from "@node-rs/argon2";
import { beforeEach, expect, test, vi } from "vitest";
import { hashPassword, isOutdated, verifyPassword } from "./password";

// The real argon2, watched: what it was asked to do is what S17 is about.
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return { ...real, verify: vi.fn(real.verify) };
});

beforeEach(() => {
  vi.mocked(verifyByArgon2).mockClear();
});

test("stores argon2id with 19 MiB, two passes and one lane", async () => {
  const stored = await hashPassword("correct horse battery staple");
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(isOutdated(stored)).toBe(false);
  expect(await verifyPassword(stored, "correct horse battery staple")).toBe(true);
  expect(await verifyPassword(stored, "correct horse battery stapler")).toBe(false);
});

test("takes the same password however the keyboard composes its letters", async () => {
  const stored = await hashPassword("caf\u00e9 am Wasserturm");
  expect(await verifyPassword(stored, "cafe\u0301 am Wasserturm")).toBe(true);
});

test("works as hard for an account that is not there", async () => {
  expect(await verifyPassword(undefined, "correct horse battery staple")).toBe(false);
  expect(await verifyPassword(null, "correct horse battery staple")).toBe(false);
  expect(verifyByArgon2).toHaveBeenCalledTimes(2);
  for (const [stored] of vi.mocked(verifyByArgon2).mock.calls) {
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  }
});

test("never has more than two at work", async () => {
  let atWork = 0;
  let most = 0;
  vi.mocked(verifyByArgon2).mockImplementation(async () => {
    atWork += 1;
    most = Math.max(most, atWork);
    await new Promise(setImmediate);
    atWork -= 1;
    return false;
  });
  await Promise.all(Array.from({ length: 20 }, () => verifyPassword(null, "correct horse battery staple")));
  expect(most).toBe(2);
  expect(verifyByArgon2).toHaveBeenCalledTimes(20);
});

test("sees that a hash was made more cheaply than today's", () => {
  const salted = "EpWAof4BmDtewHa+wS9Bzw$5luRvyChiwIgAVRBP/TBkLhi7W3p8zsLGEBBLH3gLm8";
  expect(isOutdated(`$argon2id$v=19$m=8192,t=2,p=1$${salted}`)).toBe(true);
  expect(isOutdated(`$argon2i$v=19$m=19456,t=2,p=1$${salted}`)).toBe(true);
  expect(isOutdated(`$argon2id$v=19$m=65536,t=3,p=1$${salted}`)).toBe(false);
});
