import { expect, test } from "vitest";
import { titleParts } from "./title-parts";

test("sets the record apart from the words around it", () => {
  expect(titleParts("Grace assigned you ACME renewal today", "ACME renewal")).toEqual([
    { text: "Grace assigned you ", record: false },
    { text: "ACME renewal", record: true },
    { text: " today", record: false },
  ]);
});

test("a title that is the record is one part", () => {
  expect(titleParts("ACME", "ACME")).toEqual([{ text: "ACME", record: true }]);
});

test.each([["Other"], [""], [undefined]])("leaves a title whole when it does not name the record (%s)", (record) => {
  expect(titleParts("A lead came in", record)).toEqual([{ text: "A lead came in", record: false }]);
});

test("reads a record's name as text, not as a pattern", () => {
  expect(titleParts("You own a+b (c)", "a+b (c)")[1]).toEqual({ text: "a+b (c)", record: true });
});
