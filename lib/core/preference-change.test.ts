import { expect, test } from "vitest";
import { PreferenceChange } from "./preference-change";

const faultsOf = (change: unknown) =>
  PreferenceChange.safeParse(change).error?.issues.map(({ path }) => path.join("/"));

test("takes any part alone, and null to forget", () => {
  for (const change of [
    {},
    { channels: { bell: { enabled: false }, email: null } },
    { topics: { "deals.assigned": { email: { enabled: true }, mobile: null, sound: "glass" } } },
    { sound: "none", red_dot: false },
    { sound: null, red_dot: null },
  ]) {
    expect(PreferenceChange.parse(change)).toEqual(change);
  }
});

test("refuses what does not exist, at its place", () => {
  expect(faultsOf({ channels: { fax: { enabled: true } } })).toEqual(["channels"]);
  expect(faultsOf({ channels: { bell: true } })).toEqual(["channels/bell"]);
  expect(faultsOf({ topics: { "deals.assigned": { sound: "gong" } } })).toEqual(["topics/deals.assigned/sound"]);
  expect(faultsOf({ topics: { "deals.assigned": { fax: null } } })).toEqual(["topics/deals.assigned"]);
  expect(faultsOf({ topics: { "deals.assigned": { email: {} } } })).toEqual(["topics/deals.assigned/email/enabled"]);
});
