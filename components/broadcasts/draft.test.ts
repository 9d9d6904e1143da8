import { expect, test } from "vitest";
import { faultsFrom, faultsOf, momentOf, newDraft, requestOf } from "./draft";

const NOW = new Date("2026-11-21T12:00:00Z");

test("a time is meant in the zone that is named beside it", () => {
  expect(momentOf("2026-12-01T09:00", "Europe/Stockholm")?.toISOString()).toBe("2026-12-01T08:00:00.000Z");
  expect(momentOf("2026-07-01T09:00", "America/New_York")?.toISOString()).toBe("2026-07-01T13:00:00.000Z");
  expect(momentOf("", "UTC")).toBeNull();
});

test("says what is missing, field by field", () => {
  const draft = { ...newDraft("UTC", false), later: true, ends: true };
  expect(Object.keys(faultsOf(draft, NOW))).toEqual(["title", "groups", "deliver_at", "expires_at"]);
  expect(faultsOf({ ...newDraft("UTC", true), title: "Closed" }, NOW)).toEqual({});
});

test("does not send in the past, nor end before it begins", () => {
  const draft = { ...newDraft("UTC", true), title: "Closed", later: true, ends: true };
  expect(faultsOf({ ...draft, at: "2026-11-21T11:59", endsAt: "2026-11-22T12:00" }, NOW)).toEqual({
    deliver_at: "That has passed already.",
  });
  expect(faultsOf({ ...draft, at: "2026-11-23T09:00", endsAt: "2026-11-22T12:00" }, NOW)).toEqual({
    expires_at: "Choose a time after it is sent.",
  });
});

test("shows the server's words at the field that its pointer names", () => {
  const errors = [
    { pointer: "/groups/1", detail: "You do not manage this group." },
    { pointer: "/nothing", detail: "x" },
  ];
  expect(faultsFrom(errors)).toEqual({ groups: "You do not manage this group." });
});

test("sends what was chosen, and no more", () => {
  const draft = { ...newDraft("UTC", true), title: "Closed", at: "2026-12-01T09:00", endsAt: "2026-12-02T09:00" };
  expect(requestOf(draft)).not.toHaveProperty("deliver_at");
  expect(requestOf({ ...draft, later: true, ends: true })).toMatchObject({
    groups: "everyone",
    deliver_at: "2026-12-01T09:00:00.000Z",
    expires_at: "2026-12-02T09:00:00.000Z",
  });
});
