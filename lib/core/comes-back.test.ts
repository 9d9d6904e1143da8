import { expect, test } from "vitest";
import { comesBack } from "./comes-back";
import type { SendTime } from "./send-time";

const NOON = new Date("2026-11-21T12:00:00Z");
const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

/** Cancelled at noon, unread again at `now`. */
function back(at: Date, reason: SendTime["reason"], now: Date) {
  return comesBack({ time: { at, reason }, cancelledAt: NOON }, now);
}

test("what waits still leaves when it would have, however long it was read", () => {
  for (const reason of ["delayed", "in_digest", "quiet_hours", "paused"] as const) {
    expect(back(after(86_400), reason, after(7200))).toEqual({ at: after(86_400), reason });
  }
});

test("what was due meanwhile leaves at once on an undo, and never on a later thought", () => {
  expect(back(NOON, "queued", after(5))).toEqual({ at: after(5), reason: "queued" });
  expect(back(after(10), "delayed", after(60))).toEqual({ at: after(60), reason: "queued" });
  expect(back(after(10), "quiet_hours", after(12))).toEqual({ at: after(12), reason: "queued" });
  expect(back(after(10), "delayed", after(61))).toBeNull();
});

test("a digest that left without it is not followed by a mail of its own", () => {
  expect(back(after(5), "in_digest", after(6))).toBeNull();
});
