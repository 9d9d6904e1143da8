import { expect, test } from "vitest";
import { applyChange } from "./apply-change";
import { preferencesState, reducePreferences, shownOf } from "./preferences-state";
import { setting, topicOf, viewOf } from "./view.fixture";

const before = viewOf(
  topicOf("deals.assigned", { email: setting(true), desktop: setting(true) }),
  topicOf("deals.required", { email: setting(true, "required") }),
);
const off = { topics: { "deals.assigned": { email: { enabled: false } } } };
const began = { type: "began", turn: 1, at: "deals.assigned", change: off } as const;
const emailOf = (view: typeof before, at = 0) => view.sections[0]!.topics[at]!.media.email;

test("shows a change before the server took it, as the person's own", () => {
  const state = reducePreferences(preferencesState(before), began);
  expect(emailOf(shownOf(state))).toMatchObject({ enabled: false, source: "user", inherited: { enabled: true } });
  expect(shownOf(state).sections[0]!.topics[1]).toBe(before.sections[0]!.topics[1]);
});

test("takes it back with the reason when the server refused", () => {
  const state = [began, { type: "refused", turn: 1, at: "deals.assigned", detail: "No." } as const].reduce(
    reducePreferences,
    preferencesState(before),
  );
  expect(shownOf(state)).toEqual(before);
  expect(state.notes["deals.assigned"]).toEqual({ kind: "failed", detail: "No." });
});

test("keeps what is on its way when another tab's change is read", () => {
  const elsewhere = applyChange(before, { channels: { bell: { enabled: false } } });
  const state = [began, { type: "loaded", view: elsewhere } as const].reduce(
    reducePreferences,
    preferencesState(before),
  );
  expect(emailOf(shownOf(state))?.enabled).toBe(false);
  expect(shownOf(state).channels.bell.enabled).toBe(false);
});

test("ticks what was saved until it fades, and forgets the tick of an older change", () => {
  const changed = { ...applyChange(before, off), topics: applyChange(before, off).sections[0]!.topics, undo: {} };
  const saved = reducePreferences(reducePreferences(preferencesState(before), began), {
    type: "saved",
    turn: 1,
    at: "deals.assigned",
    changed,
  });
  expect(saved.pending).toEqual([]);
  expect(emailOf(shownOf(saved))?.enabled).toBe(false);
  expect(saved.notes["deals.assigned"]).toEqual({ kind: "saved", turn: 1 });
  expect(reducePreferences(saved, { type: "faded", turn: 0, at: "deals.assigned" })).toBe(saved);
  expect(reducePreferences(saved, { type: "faded", turn: 1, at: "deals.assigned" }).notes).toEqual({});
});

test("goes back to what is inherited, and leaves on what is required", () => {
  const own = viewOf(topicOf("deals.assigned", { email: setting(false, "user", true) }));
  const reset = applyChange(own, { topics: { "deals.assigned": { email: null } } });
  expect(emailOf(reset)).toMatchObject({ enabled: true, source: "account" });
  const required = applyChange(before, { topics: { "deals.required": { email: { enabled: false } } } });
  expect(emailOf(required, 1)).toMatchObject({ enabled: true, source: "required" });
});
