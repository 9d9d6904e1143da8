import { expect, test } from "vitest";
import { titleParts } from "./title-parts";

test("sets the record apart from the words around it", () => {
  expect(titleParts("Grace assigned you ACME renewal today", "ACME renewal")).toEqual({
    before: "Grace assigned you ",
    record: "ACME renewal",
    after: " today",
  });
});

test.each([["Other"], [""], [undefined]])("leaves a title whole when it does not name the record (%s)", (record) => {
  expect(titleParts("A lead came in", record)).toEqual({ before: "A lead came in", record: "", after: "" });
});

test("reads a record's name as text, not as a pattern", () => {
  expect(titleParts("You own a+b (c)", "a+b (c)").record).toBe("a+b (c)");
});
