import { expect, test } from "vitest";
import type { ChannelDecision } from "./decision";
import { DEFAULT_SCHEDULE, type Schedule } from "./schedule";
import { timeDecision } from "./time-decision";

const now = new Date("2026-11-23T22:00:00Z");
const NIGHT = { quietHours: Array(7).fill({ from: "22:00", to: "07:00" }) };
const decision: ChannelDecision[] = [
  { channel: "bell", outcome: "sent", reason: "delivered", source: "catalogue" },
  { channel: "popup", outcome: "sent", reason: "delivered", source: "catalogue" },
  { channel: "browser", outcome: "pending", reason: "queued", source: "catalogue" },
  { channel: "email", outcome: "pending", reason: "queued", source: "catalogue" },
  { channel: "push", outcome: "pending", reason: "queued", source: "catalogue" },
  { channel: "slack", outcome: "suppressed", reason: "preference_off", source: "user" },
];

function timed(
  change: Partial<Schedule> | null,
  more: { activeInApp?: boolean; openInApp?: boolean; urgency?: "normal" | "critical" } = {},
) {
  const timing = change && { schedule: { ...DEFAULT_SCHEDULE, ...change }, zone: "Europe/Amsterdam" };
  const given = { decision, popup: true };
  const { sends, popup, browser, ...plan } = timeDecision(given, {
    timing,
    activeInApp: false,
    openInApp: true,
    urgency: "normal",
    now,
    ...more,
  });
  return {
    popup,
    browser,
    sends: sends.map(({ channel, at }) => `${channel} ${at.toISOString()}`),
    ends: plan.decision.map(({ channel, outcome, reason }) => `${channel} ${outcome} ${reason}`),
  };
}

test("without a schedule all goes out at once", () => {
  const { sends, ends, ...shown } = timed(null);
  expect(sends).toEqual(["email 2026-11-23T22:00:00.000Z", "push 2026-11-23T22:00:00.000Z"]);
  expect(ends).toEqual([
    "bell sent delivered",
    "popup sent delivered",
    "browser sent delivered",
    "email pending queued",
    "push pending queued",
    "slack suppressed preference_off",
  ]);
  expect(shown).toEqual({ popup: true, browser: true });
});

test("in quiet hours what is outside is held until they end, nothing comes up on the screen, and the bell stays", () => {
  const { sends, ends, ...shown } = timed(NIGHT);
  expect(sends).toEqual(["email 2026-11-24T06:00:00.000Z", "push 2026-11-24T06:00:00.000Z"]);
  expect(ends.slice(0, 5)).toEqual([
    "bell sent delivered",
    "popup suppressed quiet_hours",
    "browser suppressed quiet_hours",
    "email held quiet_hours",
    "push held quiet_hours",
  ]);
  expect(shown).toEqual({ popup: false, browser: false });
});

test("a pause holds in the same way; what is critical passes both", () => {
  expect(timed({ pausedUntil: new Date("2026-11-24T09:00:00Z") }).ends[4]).toBe("push held paused");
  const critical = timed({ ...NIGHT, pausedUntil: new Date("2026-11-24T09:00:00Z") }, { urgency: "critical" });
  expect(critical).toEqual(timed(null));
});

test("R76: while active push stays silent and is not sent later; email waits for its digest", () => {
  const { sends, ends } = timed({ email: { kind: "daily", at: "08:00" } }, { activeInApp: true });
  expect(sends).toEqual(["email 2026-11-24T07:00:00.000Z"]);
  expect(ends.slice(2, 5)).toEqual([
    "browser suppressed active_in_app",
    "email held in_digest",
    "push suppressed active_in_app",
  ]);
});

test("R76: without a schedule too", () => {
  const { ends, browser } = timed(null, { activeInApp: true });
  expect([ends[2], ends[4], browser]).toEqual([
    "browser suppressed active_in_app",
    "push suppressed active_in_app",
    false,
  ]);
});

test("R26: a browser in which Belfry is not open cannot show it", () => {
  for (const change of [null, NIGHT, { pausedUntil: null }]) {
    const { ends, browser, sends } = timed(change, { openInApp: false });
    expect([ends[2], browser]).toEqual(["browser suppressed not_in_app", false]);
    expect(sends.map((send) => send.split(" ")[0])).toEqual(["email", "push"]);
  }
});

test("R76: who wants it while active too has it", () => {
  const whileActive = { ...DEFAULT_SCHEDULE.whileActive, browser: false };
  expect(timed({ whileActive }, { activeInApp: true })).toMatchObject({ browser: true, popup: true });
});
