import { expect, test } from "vitest";
import type { StoredEvent } from "./stored-event";
import { withoutPerson } from "./without-person";

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
