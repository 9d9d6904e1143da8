import { expect, test } from "vitest";
import type { StoredEvent } from "./stored-event";
import { withoutName, withoutPerson } from "./without-person";

const bo = { id: "bo", email: "bo@example.com" };
const event = (more: Partial<StoredEvent>): StoredEvent => ({
  topic: "deals.assigned",
  recipients: [{ user: "bo", as: "assignee" }],
  origin: "ui",
  ...more,
});

test("an event for nobody but them keeps what it is about, and says nothing more", () => {
  const said = event({
    recipients: [{ email: "Bo@Example.com", as: "owner" }, { user: "bo" }],
    actor: { name: "Bo" },
    subject: { type: "contact", id: "7", title: "Bo Ek", url: "/bo" },
    title: "Bo!",
    body: "Bo?",
    url: "/bo",
    data: { name: "Bo" },
    update_key: "k",
  });
  expect(withoutPerson(said, bo)).toEqual({
    topic: "deals.assigned",
    origin: "ui",
    update_key: "k",
    subject: { type: "contact", id: "7" },
    recipients: [{ user: "bo", as: "owner" }, { user: "bo" }],
  });
  expect(withoutPerson(event({ actor: { user: "ada" } }), bo).actor).toEqual({ user: "ada" });
});

test("an event for others too only loses the address", () => {
  const said = event({ recipients: [{ email: "bo@example.com" }, { group: "sales" }], title: "For us" });
  expect(withoutPerson(said, bo)).toEqual({ ...said, recipients: [{ user: "bo" }, { group: "sales" }] });
});

test("an event that names them by id among others, or not at all, stays the very same", () => {
  for (const recipients of [[{ user: "bo" }, { user: "ada" }], [{ group: "bo" }], [{ email: "bob@example.com" }]]) {
    const said = event({ recipients });
    expect(withoutPerson(said, bo)).toBe(said);
  }
});

test.each([
  ["Al assigned you Alpine renewal", "Al", "Somebody who left assigned you Alpine renewal"],
  ["Reassigned by Al.", "Al", "Reassigned by Somebody who left."],
  ["Zoë Ü (he/him) [x] said so", "Zoë Ü (he/him) [x]", "Somebody who left said so"],
  ["Zoë said so", "Zo", "Zoë said so"],
  ["a.b and axb", "a.b", "Somebody who left and axb"],
])("of %s without %s this is left: %s", (text, name, rest) => {
  expect(withoutName(text, name)).toBe(rest);
});
