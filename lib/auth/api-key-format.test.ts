import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { apiKeyHash, apiKeyId, newApiKey } from "./api-key-format";

const ID = "key_01a1fff7-2aa8-7491-b38f-9dccbcfa3e39";

test("makes a key that names its row and of which only a hash is kept", () => {
  const { key, hash } = newApiKey(ID);
  expect(key).toMatch(/^bfy_01a1fff72aa87491b38f9dccbcfa3e39_[\w-]{49}$/);
  expect(hash).toBe(createHash("sha256").update(key).digest("hex"));
  expect(apiKeyHash(key)).toBe(hash);
  expect(apiKeyId(key)).toBe("01a1fff72aa87491b38f9dccbcfa3e39");
});

test("makes another each time", () => {
  expect(new Set(Array.from({ length: 50 }, () => newApiKey(ID).key)).size).toBe(50);
});

test("tells a mistyped key without looking it up", () => {
  const { key } = newApiKey(ID);
  for (let at = 4; at < key.length; at += 1) {
    const other = key[at] === "0" ? "1" : "0";
    expect(apiKeyHash(key.slice(0, at) + other + key.slice(at + 1))).toBeUndefined();
  }
  for (const text of [
    "",
    "bfy_",
    key.slice(0, -1),
    `${key}x`,
    key.toUpperCase(),
    ` ${key}`,
    `bfy_${"x".repeat(10_000)}`,
  ]) {
    expect(apiKeyHash(text)).toBeUndefined();
  }
});
