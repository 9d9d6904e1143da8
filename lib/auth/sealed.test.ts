import { expect, test } from "vitest";
import { seal, unseal } from "./sealed";

const value = { token: "xoxb-very-secret", team: "T1" };

test("only who knows the secret reads it, and it never looks the same twice", () => {
  const sealed = seal("one secret", value);
  expect(sealed).not.toContain("xoxb");
  expect(unseal("one secret", sealed)).toEqual(value);
  expect(unseal("another secret", sealed)).toBeNull();
  expect(seal("one secret", value)).not.toBe(sealed);
});

test("what was changed by one bit, cut or made up is not read", () => {
  const bytes = Buffer.from(seal("one secret", value), "base64url");
  for (let at = 0; at < bytes.length; at += 7) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    expect(unseal("one secret", changed.toString("base64url"))).toBeNull();
  }
  expect(unseal("one secret", bytes.subarray(0, 20).toString("base64url"))).toBeNull();
  expect(unseal("one secret", "")).toBeNull();
});
