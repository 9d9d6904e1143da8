import { expect, test } from "vitest";
import { peopleAddress, peopleQuery, personAddress } from "./people-query";

test("says in the address what it shows, and reads it again", () => {
  const query = { search: "Åsa & Bo", role: "admin", status: "inactive", group: "ops/night" } as const;
  const address = new URL(peopleAddress(query), "http://localhost");
  expect(peopleQuery(Object.fromEntries(address.searchParams))).toEqual(query);
  expect(peopleAddress({})).toBe("/admin/people");
});

test("leaves out what it does not know", () => {
  const nothing = { search: undefined, role: undefined, status: undefined, group: undefined };
  expect(peopleQuery({ role: "king", status: "away", search: "  ", group: ["a", "b"] })).toEqual(nothing);
});

test("leads to people whose ids are no words", () => {
  expect(personAddress("crm/42 é")).toBe("/admin/people/crm%2F42%20%C3%A9");
});
