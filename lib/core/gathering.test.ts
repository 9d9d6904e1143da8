import { expect, test } from "vitest";
import type { DeliveryContent } from "./delivery-state";
import { gatherContents, periodOf, waitOf } from "./gathering";

const one = (n: number, unsubscribe: string | null = "token"): DeliveryContent => ({
  workspace: "Simla",
  notificationId: `ntf_${n}`,
  title: `Deal ${n} is won`,
  body: "",
  url: "https://crm.example",
  topic: { key: "deals.stage_changed", name: "Deal stage changed" },
  unsubscribe,
  actor: "Grace",
  record: `Deal ${n}`,
  origin: "Deals",
  at: new Date(Date.UTC(2026, 10, 21, 8, n)).toISOString(),
  recipient: { id: "ada", name: "Ada", timeZone: "UTC" },
});
const daily = { period: "daily", unsubscribe: "end-of-digest" } as const;

test("one message tells of all, the newest first, and says what it is to who knows nothing of digests", () => {
  const told = gatherContents([one(1), one(3), one(2)], daily);
  expect(told.title).toBe("Your daily summary: 3 notifications");
  expect(told.body).toBe("• Deal 3 is won\n• Deal 2 is won\n• Deal 1 is won");
  expect(told.digest?.items.map(({ id }) => id)).toEqual(["ntf_3", "ntf_2", "ntf_1"]);
  expect(told).toMatchObject({ url: null, actor: null, record: null, origin: "Simla", unsubscribe: "end-of-digest" });
});

test("lists thirty at most and counts the rest", () => {
  const told = gatherContents(
    Array.from({ length: 1200 }, (_, n) => one(n)),
    { period: "catch_up", unsubscribe: null },
  );
  expect(told.digest).toMatchObject({ period: "catch_up", total: 1200 });
  expect(told.digest?.items).toHaveLength(30);
  expect(told.title).toBe("While you were away: 1,200 notifications");
  expect(told.body.split("\n").at(-1)).toBe("and 1,195 more");
});

test("R54: what is all required has nothing that ends it", () => {
  expect(gatherContents([one(1, null), one(2, null)], daily).unsubscribe).toBeNull();
  expect(gatherContents([one(1, null), one(2)], daily).unsubscribe).toBe("end-of-digest");
});

test("what waits for a digest, or was held, leaves together; what waits to be read first leaves by itself", () => {
  expect(periodOf("in_digest", { kind: "daily", at: "08:00" })).toBe("daily");
  expect(periodOf("in_digest", { kind: "weekly", weekday: 1, at: "08:00" })).toBe("weekly");
  expect([periodOf("quiet_hours", undefined), periodOf("paused", undefined)]).toEqual(["catch_up", "catch_up"]);
  expect([periodOf("queued", undefined), periodOf("delayed", undefined), periodOf("retrying", undefined)]).toEqual([
    null,
    null,
    null,
  ]);
});

test("a webhook is told each: programs read no summaries", () => {
  expect([waitOf("webhook", "paused"), waitOf("slack", "paused")]).toEqual(["queued", "paused"]);
});
