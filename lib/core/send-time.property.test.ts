import fc from "fast-check";
import { expect, test } from "vitest";
import { heldUntil, leavesTime } from "./quiet-hours";
import { DEFAULT_SCHEDULE, type Schedule } from "./schedule";
import { type SendTime, sendTime } from "./send-time";
import { anySchedule, ZONES } from "./testing";

const MINUTE = 60_000;
const START = Date.UTC(2026, 9, 20);
const at = (minute: number) => new Date(START + minute * MINUTE);

test("F30: schedule and zone change while messages wait: each goes out in one digest, none is lost", () => {
  const happening = fc.record({
    minute: fc.integer({ min: 0, max: 10 * 1440 }),
    what: fc.oneof(
      { weight: 3, arbitrary: fc.constant("message" as const) },
      { weight: 1, arbitrary: fc.record({ schedule: anySchedule(), zone: fc.constantFrom(...ZONES) }) },
    ),
  });
  fc.assert(
    fc.property(fc.array(happening, { minLength: 1, maxLength: 30 }), (happenings) => {
      const sorted = [...happenings].sort((a, b) => a.minute - b.minute);
      let schedule: Schedule = { ...DEFAULT_SCHEDULE, email: { kind: "daily", at: "08:00" } };
      let zone = "Europe/Amsterdam";
      const waiting = new Map<number, Date>();
      const sent: number[] = [];
      let messages = 0;
      const sendTo = (now: Date) => {
        for (const [id, since] of waiting) {
          const due = sendTime({ channel: "email", urgency: "normal", since, schedule, zone });
          if (due.at > now) continue;
          waiting.delete(id);
          sent.push(id);
        }
      };
      for (const { minute, what } of sorted) {
        sendTo(at(minute));
        if (what === "message") waiting.set(messages++, at(minute));
        else if (leavesTime(what.schedule.quietHours))
          ({ schedule, zone } = { ...what, schedule: { ...what.schedule, pausedUntil: null } });
      }
      sendTo(at(60 * 1440));
      expect(sent.sort((a, b) => a - b)).toEqual(Array.from({ length: messages }, (_, id) => id));
    }),
  );
});

test("never leaves before it was decided, nor in quiet hours or a pause; what is critical leaves at once", () => {
  fc.assert(
    fc.property(
      anySchedule(),
      fc.constantFrom(...ZONES),
      fc.integer({ min: 0, max: 400 * 1440 }),
      (schedule, zone, minute) => {
        fc.pre(leavesTime(schedule.quietHours));
        const since = at(minute);
        const due = (channel: "email" | "push" | "bell", urgency: "normal" | "critical"): SendTime =>
          sendTime({ channel, urgency, since, schedule, zone });
        for (const channel of ["email", "push"] as const) {
          const leaves = due(channel, "normal");
          expect(leaves.at >= since).toBe(true);
          expect(heldUntil(leaves.at, schedule, zone)).toBeNull();
          expect(due(channel, "critical")).toEqual({ at: since, reason: "queued", hold: null });
        }
        expect(due("bell", "normal").at).toEqual(since);
      },
    ),
  );
});

test("messages of one digest share its moment to the millisecond", () => {
  const schedule: Schedule = { ...DEFAULT_SCHEDULE, email: { kind: "weekly", weekday: 1, at: "08:00" } };
  const due = (minute: number) =>
    sendTime({
      channel: "email",
      urgency: "high",
      since: at(minute),
      schedule,
      zone: "America/New_York",
    }).at.toISOString();
  expect(new Set([0, 1, 700, 4000].map(due))).toEqual(new Set(["2026-10-26T12:00:00.000Z"]));
});
