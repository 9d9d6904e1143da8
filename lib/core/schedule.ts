import type { Weekday } from "./local-time";

/** How long an email may wait to be needless: minutes that a person can choose. */
export const UNREAD_MINUTES = [5, 10, 15, 30, 60] as const;

/** When a person's email leaves. `weekday` is 1 (Monday) to 7; `at` is a time such as `08:00` in the person's own zone. */
export type EmailTiming =
  | { kind: "at_once" }
  | { kind: "unread_after"; minutes: number }
  | { kind: "daily"; at: string }
  | { kind: "weekly"; weekday: Weekday; at: string };

/** From one time to the next time that clocks show the other: over midnight, or all round the clock where they are alike. */
export interface QuietDay {
  from: string;
  to: string;
}

/** By the weekday on which they begin: seven, Monday first, null for none. */
export type QuietHours = (QuietDay | null)[];

/** The channels that can be told to stay silent while the person is active (R76). */
export const SILENCEABLE = ["browser", "email", "slack", "teams", "push"] as const;
export type Silenceable = (typeof SILENCEABLE)[number];

/** True: the channel is silent while the person is active. */
export type WhileActive = Record<Silenceable, boolean>;

/** When one person wants to be reached. */
export interface Schedule {
  email: EmailTiming;
  quietHours: QuietHours;
  /** Until then nothing outside and no sound. */
  pausedUntil: Date | null;
  whileActive: WhileActive;
}

export const NO_QUIET_HOURS: QuietHours = [null, null, null, null, null, null, null];

/** As Belfry ships. While active only email still goes out (R76, A14). */
export const DEFAULT_SCHEDULE: Schedule = {
  email: { kind: "at_once" },
  quietHours: NO_QUIET_HOURS,
  pausedUntil: null,
  whileActive: { browser: true, email: false, slack: true, teams: true, push: true },
};

/** What is stored of a schedule; null, or nothing: as Belfry ships. */
export type StoredSchedule = { [K in keyof Schedule]: Schedule[K] | null };

/** The schedule in force: what the person stored, and as Belfry ships where they stored nothing. */
export function scheduleOf(stored: StoredSchedule | null | undefined): Schedule {
  return {
    email: stored?.email ?? DEFAULT_SCHEDULE.email,
    quietHours: stored?.quietHours ?? DEFAULT_SCHEDULE.quietHours,
    pausedUntil: stored?.pausedUntil ?? null,
    whileActive: stored?.whileActive ?? DEFAULT_SCHEDULE.whileActive,
  };
}

/** `08:30` in parts. */
export function clockTime(text: string): { hour: number; minute: number } {
  const [hour = 0, minute = 0] = text.split(":").map(Number);
  return { hour, minute };
}
