import fc from "fast-check";
import type { EmailTiming, QuietDay, QuietHours, Schedule } from "./schedule";
import { DEFAULT_SCHEDULE } from "./schedule";

/** Clocks that change in different ways and at different hours, by half an hour too, or never. */
export const ZONES = [
  "Europe/Amsterdam",
  "America/New_York",
  "Africa/Cairo",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "UTC",
];

/** Any schedule that a person can make, for tests. */
export function anySchedule(): fc.Arbitrary<Schedule> {
  return fc.record({
    email: anyTiming(),
    quietHours: fc.oneof(
      fc.constant(DEFAULT_SCHEDULE.quietHours),
      fc.array(fc.option(anyQuiet()), { minLength: 7, maxLength: 7 }) as fc.Arbitrary<QuietHours>,
    ),
    pausedUntil: fc.option(
      fc.integer({ min: 0, max: 3 * 365 * 1440 }).map((minute) => new Date(Date.UTC(2026, 0, 1) + minute * 60_000)),
      { freq: 1 },
    ),
    whileActive: fc.constant(DEFAULT_SCHEDULE.whileActive),
  });
}

function anyTiming(): fc.Arbitrary<EmailTiming> {
  return fc.oneof(
    fc.constant({ kind: "at_once" } as const),
    fc.record({ kind: fc.constant("unread_after" as const), minutes: fc.constantFrom(5, 10, 15, 30, 60, 120) }),
    fc.record({ kind: fc.constant("daily" as const), at: anyTime() }),
    fc.record({
      kind: fc.constant("weekly" as const),
      weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7) as fc.Arbitrary<1>,
      at: anyTime(),
    }),
  );
}

function anyQuiet(): fc.Arbitrary<QuietDay> {
  return fc.record({ from: anyTime(), to: anyTime() });
}

function anyTime(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 30))
    .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
}
