/** A time to which a notification can be put off, and how to say it. */
export interface SnoozeChoice {
  label: string;
  /** After "Snoozed": `for an hour`, `until tomorrow, 08:00`. */
  words: string;
  until: Date;
}

const HOUR = 3_600_000;
const MORNING = 8;

/** What `Snooze` offers at `now`; mornings begin at 08:00 in `zone`. */
export function snoozeChoices(now: Date, zone: string): SnoozeChoice[] {
  const { year, month, day } = inZone(now, zone);
  const morning = (days: number) => instantOf({ year, month, day: day + days, hour: MORNING }, zone);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const toMonday = (8 - weekday) % 7 || 7;
  const choices = [
    { label: "In an hour", words: "for an hour", until: new Date(now.getTime() + HOUR) },
    { label: "Tomorrow morning, 08:00", words: "until tomorrow, 08:00", until: morning(1) },
    { label: "Next Monday, 08:00", words: "until Monday, 08:00", until: morning(toMonday) },
  ];
  // On a Sunday tomorrow is that Monday.
  return toMonday === 1 ? choices.slice(0, 2) : choices;
}

/** The moment at which clocks in `zone` show that time; where they skip it, an hour later. */
function instantOf({ year, month, day, hour }: Wall, zone: string): Date {
  const wanted = Date.UTC(year, month - 1, day, hour);
  // The second look is for a change of the clocks between the guess and the answer.
  const guess = wanted - offsetAt(new Date(wanted), zone);
  return new Date(wanted - offsetAt(new Date(guess), zone));
}

interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
}

/** How far `zone` is ahead of UTC at `at`; milliseconds. */
function offsetAt(at: Date, zone: string): number {
  const { year, month, day, hour, minute } = inZone(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at.getTime() / 60_000) * 60_000;
}

function inZone(at: Date, zone: string): Wall & { minute: number } {
  const numbers = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" } as const;
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", ...numbers }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return { year: of("year"), month: of("month"), day: of("day"), hour: of("hour"), minute: of("minute") };
}
