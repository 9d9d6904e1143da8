"use client";

import { Refused, Saved } from "@/components/preferences/note";
import type { PauseProps } from "@/components/schedule/pause";
import { TimeInput } from "@/components/schedule/time-input";
import { useScheduled } from "@/components/schedule/use-scheduled";
import { NativeSelect } from "@/components/ui/native-select";
import { WEEKDAYS, type Weekday } from "@/lib/core/local-time";
import { DEFAULT_SCHEDULE, type EmailTiming as Timing, UNREAD_MINUTES } from "@/lib/core/schedule";
import { emailWords, minutesWords } from "@/lib/core/schedule-words";

/** When email leaves: at once, later if it is unread still, or gathered once a day or week; in words what that means now (U16). */
export function EmailTiming({ schedule, now, change }: PauseProps) {
  const { value: email, note, save } = useScheduled("email", { schedule, change });
  const pausedUntil = schedule.pausedUntil ? new Date(schedule.pausedUntil) : null;
  const words = { ...DEFAULT_SCHEDULE, email, quietHours: schedule.quietHours, pausedUntil };
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <label htmlFor="email-when" className="text-muted-foreground text-sm">
          When
        </label>
        <NativeSelect
          id="email-when"
          value={choiceOf(email)}
          onChange={({ target }) => save(timingOf(target.value, email))}
        >
          <option value="at_once">At once</option>
          {UNREAD_MINUTES.map((minutes) => (
            <option key={minutes} value={minutes}>
              After {minutesWords(minutes)} if still unread
            </option>
          ))}
          <option value="daily">In a daily digest</option>
          <option value="weekly">In a weekly digest</option>
        </NativeSelect>
        {email.kind === "weekly" ? (
          <NativeSelect
            aria-label="Weekday"
            value={email.weekday}
            onChange={({ target }) => save({ ...email, weekday: Number(target.value) as Weekday })}
          >
            {WEEKDAYS.map((name, index) => (
              <option key={name} value={index + 1}>
                {name}
              </option>
            ))}
          </NativeSelect>
        ) : null}
        {email.kind === "daily" || email.kind === "weekly" ? (
          <TimeInput label="Time of the digest" value={email.at} onSave={(at) => save({ ...email, at })} />
        ) : null}
        <Saved note={note} />
      </div>
      <p role="status" className="mt-2 text-muted-foreground text-sm">
        {emailWords(new Date(now), words, schedule.zone)}
      </p>
      <Refused note={note} />
    </div>
  );
}

/** Of a digest whose time was never chosen. */
const MORNING = "08:00";

function choiceOf(email: Timing): string {
  return email.kind === "unread_after" ? String(email.minutes) : email.kind;
}

/** From a daily digest to a weekly one, and back, its time stays. */
function timingOf(choice: string, before: Timing): Timing {
  const at = before.kind === "daily" || before.kind === "weekly" ? before.at : MORNING;
  if (choice === "at_once") return { kind: "at_once" };
  if (choice === "daily") return { kind: "daily", at };
  if (choice === "weekly") return { kind: "weekly", weekday: 1, at };
  return { kind: "unread_after", minutes: Number(choice) };
}
