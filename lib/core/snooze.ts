import { addDays, instantOf, localTimeOf, weekdayOf } from "./local-time";

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
  const today = localTimeOf(now, zone);
  const morning = (days: number) => instantOf({ ...addDays(today, days), hour: MORNING, minute: 0 }, zone);
  const toMonday = 8 - weekdayOf(today);
  const choices = [
    { label: "In an hour", words: "for an hour", until: new Date(now.getTime() + HOUR) },
    { label: "Tomorrow morning, 08:00", words: "until tomorrow, 08:00", until: morning(1) },
    { label: "Next Monday, 08:00", words: "until Monday, 08:00", until: morning(toMonday) },
  ];
  // On a Sunday tomorrow is that Monday.
  return toMonday === 1 ? choices.slice(0, 2) : choices;
}
