import { expect, test } from "vitest";
import { historyAddress, historyQuery, isFiltered } from "./history-query";

test("an address and what it asks for are the same", () => {
  const query = { show: "missed", channel: "email", about: "deals.assigned", reason: "preference_off" } as const;
  const address = historyAddress(query);
  expect(address).toBe(
    "/settings/notifications/history?show=missed&channel=email&about=deals.assigned&reason=preference_off",
  );
  expect(historyQuery(Object.fromEntries(new URL(address, "http://belfry").searchParams))).toEqual(query);
});

test.each(["daily_cap", "quiet_hours", "in_digest", "already_read", "address_suppressed"])(
  "can be asked what did not leave, or waited, by %s (R93)",
  (reason) => {
    expect(historyQuery({ reason }).reason).toBe(reason);
  },
);

test("leaves out what it does not know, and what must not be asked for", () => {
  const query = historyQuery({ show: "secret", channel: "pigeon", about: ["a", "b"], reason: "no_access" });
  expect(query).toEqual({ show: "all", channel: undefined, about: undefined, reason: undefined });
  expect(isFiltered(query)).toBe(false);
  expect(historyAddress(query)).toBe("/settings/notifications/history");
});
