import { expect, test } from "vitest";
import { MEDIA } from "./channel";
import { preferencesAddress } from "./preferences-address";

test("gives each medium the address of its tab", () => {
  const tabs = ["email", "desktop", "other-apps", "mobile-app"].map((tab) => `/settings/notifications/${tab}`);
  expect(MEDIA.map((medium) => preferencesAddress({ medium }))).toEqual(tabs);
});

test("leads to one topic or one channel, whatever characters a key has", () => {
  const at = (rest: object) => preferencesAddress({ medium: "desktop", ...rest });
  expect(at({ topic: "deals.assigned" })).toBe("/settings/notifications/desktop?topic=deals.assigned");
  expect(at({ channel: "bell" })).toBe("/settings/notifications/desktop?channel=bell");
  const address = new URL(at({ topic: "a&b #ü" }), "https://belfry.example");
  expect(address.searchParams.get("topic")).toBe("a&b #ü");
});
