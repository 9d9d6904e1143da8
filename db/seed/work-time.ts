import type { Chance } from "./chance";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The working day in minutes of UTC: 8 to half past 4 in winter, 9 to half past 5 in summer, at the head office. */
const OPENS = 7 * 60;
const CLOSES = 15 * 60 + 30;

/** How far back the sample company's history goes; days. */
export const HISTORY_DAYS = 27;

/** Some moment of some working day before `start`, between `most` and `least` days back. */
export function workMoment(start: Date, chance: Chance, most = HISTORY_DAYS, least = 0): Date {
  const day = startOfDay(start.getTime() - chance.whole(least * 24, most * 24) * HOUR);
  return duringWork(new Date(day + chance.whole(OPENS, CLOSES) * MINUTE), chance);
}

/** `hours` later, or when work begins again, if that falls into the evening or the weekend. */
export function afterWork(at: Date, hours: number, chance: Chance): Date {
  const spread = hours * HOUR * (0.6 + chance.whole(0, 80) / 100);
  return duringWork(new Date(at.getTime() + spread + chance.whole(0, 59) * 1000), chance);
}

/** The same clock time on each `weekday` (0 is Sunday) before `start`, newest last; `minute` of the UTC day. */
export function everyWeek(start: Date, weekday: number, minute: number): Date[] {
  return everyDay(start, minute).filter((at) => at.getUTCDay() === weekday);
}

/** The same clock time on each day of the history; `minute` of the UTC day. */
export function everyDay(start: Date, minute: number): Date[] {
  return Array.from(
    { length: HISTORY_DAYS + 1 },
    (_, index) => new Date(startOfDay(start.getTime() - (HISTORY_DAYS - index) * DAY) + minute * MINUTE),
  );
}

export function isWorkday(at: Date): boolean {
  return at.getUTCDay() % 6 !== 0;
}

function duringWork(at: Date, chance: Chance): Date {
  const day = startOfDay(at.getTime());
  const minute = (at.getTime() - day) / MINUTE;
  if (isWorkday(at) && minute >= OPENS && minute <= CLOSES) return at;
  const openings = [0, 1, 2, 3].map((days) => day + days * DAY + OPENS * MINUTE);
  const next = openings.find((opening) => opening > at.getTime() && isWorkday(new Date(opening)));
  return new Date((next ?? at.getTime()) + chance.whole(0, 150) * MINUTE + chance.whole(0, 59) * 1000);
}

function startOfDay(time: number): number {
  return time - (time % DAY);
}
