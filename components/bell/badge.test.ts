import { expect, test } from "vitest";
import { badgeText, bellName } from "./badge";

test.each([
  [0, "", "Notifications"],
  [1, "1", "Notifications, 1 unread"],
  [99, "99", "Notifications, 99 unread"],
  [100, "99+", "Notifications, 100 unread"],
  [999, "99+", "Notifications, 999 unread"],
  [1000, "99+", "Notifications, more than 999 unread"],
])("%i unread", (unread, badge, name) => {
  expect(badgeText(unread)).toBe(badge);
  expect(bellName(unread)).toBe(name);
});
