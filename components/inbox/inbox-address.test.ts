import { expect, test } from "vitest";
import { inboxAddress, inboxQuery, isFiltered } from "./inbox-address";

test("an address and what it asks for are the same (U9)", () => {
  const query = {
    show: "archived",
    section: "deals",
    person: "Ada Lovelace",
    record: "deal:42",
    search: "café",
  } as const;
  const address = inboxAddress(query);
  expect(address).toBe("/inbox?show=archived&section=deals&person=Ada+Lovelace&record=deal%3A42&search=caf%C3%A9");
  expect(inboxQuery(Object.fromEntries(new URL(address, "http://belfry").searchParams))).toEqual(query);
});

test("leaves out what it does not know, and what is empty", () => {
  const query = inboxQuery({ show: "secret", section: ["a", "b"], search: "  ", person: "\0", colour: "red" });
  expect(query).toEqual({ show: "all" });
  expect([inboxAddress(query), isFiltered(query)]).toEqual(["/inbox", false]);
});
