import { expect, test } from "vitest";
import { apiKeyRevoke } from "./api-key-revoke";
import { outboxList } from "./outbox-list";
import { readOptions } from "./read-options";

test.each([[["--id", "key_1"]], [["key_1"]]])("which key is revoked may be said as %j", (args) => {
  expect(readOptions(apiKeyRevoke, args)).toMatchObject({ id: "key_1", json: undefined });
  expect(readOptions(apiKeyRevoke, [...args, "--json"])).toMatchObject({ id: "key_1", json: "yes" });
});

test("what is not understood is refused, and what is missing is named", () => {
  expect(() => readOptions(apiKeyRevoke, [])).toThrow("Give --id.");
  expect(() => readOptions(apiKeyRevoke, ["key_1", "key_2"])).toThrow("key_2");
  expect(() => readOptions(apiKeyRevoke, ["--key", "key_1"])).toThrow("--key");
  expect(() => readOptions(outboxList, ["all"])).toThrow("all");
});
