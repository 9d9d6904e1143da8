import { expect, test } from "vitest";
import { apiKeyRevoke } from "./api-key-revoke";
import { outboxList } from "./outbox-list";
import { readOptions } from "./read-options";

test.each([[["--id", "key_1"]], [["key_1"]]])("which key is revoked may be said as %j", (args) => {
  expect(readOptions(apiKeyRevoke, args)).toEqual({ options: { id: "key_1" }, workspace: undefined, json: false });
  const more = readOptions(apiKeyRevoke, [...args, "--json", "--workspace", "Fjord"]);
  expect(more).toEqual({ options: { id: "key_1" }, workspace: "Fjord", json: true });
});

test("what is not understood is refused, and what is missing is named", () => {
  expect(() => readOptions(apiKeyRevoke, [])).toThrow("Give --id.");
  expect(() => readOptions(apiKeyRevoke, ["key_1", "key_2"])).toThrow("key_2");
  expect(() => readOptions(apiKeyRevoke, ["--key", "key_1"])).toThrow("--key");
  expect(() => readOptions(outboxList, ["all"])).toThrow("all");
});
