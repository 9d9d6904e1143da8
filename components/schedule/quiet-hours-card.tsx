"use client";

import { Refused, Saved } from "@/components/preferences/note";
import type { PauseProps } from "@/components/schedule/pause";
import { QuietDayRow } from "@/components/schedule/quiet-day-row";
import { useScheduled } from "@/components/schedule/use-scheduled";
import { Button } from "@/components/ui/button";
import { WEEKDAYS } from "@/lib/core/local-time";
import { leavesTime } from "@/lib/core/quiet-hours";
import { NO_QUIET_HOURS, type QuietDay, type QuietHours } from "@/lib/core/schedule";
import { quietWords } from "@/lib/core/schedule-words";

/** What a day's quiet hours begin with. */
const NIGHT: QuietDay = { from: "22:00", to: "07:00" };

/** Quiet hours by weekday, over midnight where they end before they begin; saved at each change. */
export function QuietHoursCard({ schedule, now, change }: PauseProps) {
  const { value: hours, note, save, object } = useScheduled("quietHours", { schedule, change });
  const pausedUntil = schedule.pausedUntil ? new Date(schedule.pausedUntil) : null;

  function choose(wanted: QuietHours) {
    if (leavesTime(wanted)) save(wanted);
    else object(wanted, "Leave some time of the week in which messages may come.");
  }

  return (
    <section aria-labelledby="by-weekday">
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id="by-weekday" className="font-semibold text-lg">
          By weekday
        </h2>
        <Saved note={note} />
        <div className="ml-auto flex flex-wrap gap-2">
          <Button variant="outline" size="sm" onClick={() => choose(WEEKDAYS.map(() => NIGHT))}>
            Every night
          </Button>
          <Button variant="ghost" size="sm" onClick={() => choose(NO_QUIET_HOURS)}>
            None
          </Button>
        </div>
      </div>
      <ul className="overflow-hidden rounded-xl border bg-card">
        {WEEKDAYS.map((name, index) => (
          <QuietDayRow
            key={name}
            name={name}
            next={WEEKDAYS[(index + 1) % 7]!}
            quiet={hours[index] ?? null}
            onChange={(quiet) => choose(hours.map((one, at) => (at === index ? quiet : one)))}
          />
        ))}
      </ul>
      <p role="status" className="mt-2 text-muted-foreground text-sm">
        {quietWords(new Date(now), { quietHours: hours, pausedUntil }, schedule.zone)}
      </p>
      <Refused note={note} />
    </section>
  );
}
