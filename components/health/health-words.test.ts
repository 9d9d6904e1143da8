import { expect, test } from "vitest";
import type { HealthView, ProcessView } from "@/lib/core/health-view";
import { agoWords, bytesWords, worryOf } from "./health-words";

const now = "2026-11-21T12:00:00.000Z";
const view: HealthView = {
  now,
  deliveries: [],
  deadLetters: 0,
  providers: [],
  hours: [],
  events: { waiting: 0, oldestDueAt: null },
};
const process = { write: 1, workerSilent: 10, disk: { free: 50, total: 100, database: 1, log: 0 } } as ProcessView;

test("all is well when nothing waits and nobody fails", () => {
  expect(worryOf(view, process)).toBeNull();
});

test("names what is worst first", () => {
  const late = { waiting: 3, oldestDueAt: "2026-11-21T11:50:00.000Z" };
  expect(worryOf({ ...view, events: late }, process)).toContain("Events wait");
  expect(worryOf({ ...view, events: late }, { ...process, workerSilent: 60_000 })).toContain("worker");
  expect(worryOf(view, { ...process, disk: { free: 2, total: 100, database: 1, log: 0 } })).toContain("disk");
  expect(worryOf(view, { ...process, write: null })).toContain("no writes");
});

test("says spans and sizes in one unit", () => {
  const at = (seconds: number) => new Date(Date.parse(now) + seconds * 1000);
  expect([3, 720, 18_000, 200_000].map((s) => agoWords(at(0), at(s)))).toEqual(["3 s", "12 min", "5 h", "2 days"]);
  expect([0, 999, 4200, 12_300_000].map(bytesWords)).toEqual(["0 B", "999 B", "4.2 KB", "12 MB"]);
});
