import { addDays, instantOf, localTimeOf, weekdayOf } from "./local-time";
import { clockTime, type EmailTiming } from "./schedule";

export type DigestTiming = Extract<EmailTiming, { kind: "daily" | "weekly" }>;

/** The first slot of the digest after `after`: one each local day, or each week on its weekday (F29). */
export function nextSlot(after: Date, timing: DigestTiming, zone: string): Date {
  const time = clockTime(timing.at);
  const today = localTimeOf(after, zone);
  for (let days = 0; ; days++) {
    const day = addDays(today, days);
    if (timing.kind === "weekly" && weekdayOf(day) !== timing.weekday) continue;
    const slot = instantOf({ ...day, ...time }, zone);
    if (slot > after) return slot;
  }
}
