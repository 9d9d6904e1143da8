import { expect, test } from "vitest";
import { feedItem } from "@/components/bell/item.fixture";
import { isWanted, readRecordKey, recordKey, saysAll, searchWords } from "./inbox-query";

test("finds every word of a search, in title or body, whatever their case and accents (U10)", () => {
  const item = { title: "Grace assigned you Café Zürich", body: "Closes on 1 December" };
  expect(saysAll(item, searchWords("  zurich CAFÉ december "))).toBe(true);
  expect(saysAll(item, searchWords("zurich january"))).toBe(false);
  expect(saysAll(item, searchWords(" "))).toBe(true);
});

test("a record's key is taken apart again, whatever characters it is made of", () => {
  for (const record of [
    { type: "deal", id: "42" },
    { type: "a:b%", id: "c:d" },
  ])
    expect(readRecordKey(recordKey(record))).toEqual(record);
  for (const bad of ["deal", ":42", "%E0%A4%A:1"]) expect(readRecordKey(bad)).toBeUndefined();
});

test.each([
  ["all", {}, true],
  ["its section", { section: "deals" }, true],
  ["another section", { section: "tickets" }, false],
  ["who did it", { person: "grace" }, true],
  ["somebody else", { person: "Grace Hopper" }, false],
  ["its record", { record: "deal:42" }, true],
  ["another record", { record: "deal:43" }, false],
  ["an app, of what comes from none", { app: "app_1" }, false],
  ["its words", { search: "acme" }, true],
  ["other words", { search: "northwind" }, false],
  ["what sleeps", { show: "snoozed" as const }, false],
  ["what is put away", { show: "archived" as const }, false],
])("an arrival in a list of %s", (_, query, wanted) => {
  expect(isWanted(feedItem(1), { show: "all", ...query })).toBe(wanted);
});
