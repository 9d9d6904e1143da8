"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Note } from "@/components/preferences/listed";
import { Refused, Saved } from "@/components/preferences/note";
import type { PauseProps } from "@/components/schedule/pause-menu";
import { QuietDayRow } from "@/components/schedule/quiet-day-row";
import { Button } from "@/components/ui/button";
import { WEEKDAYS } from "@/lib/core/local-time";
import { leavesTime } from "@/lib/core/quiet-hours";
import { NO_QUIET_HOURS, type QuietDay, type QuietHours } from "@/lib/core/schedule";
import { quietWords } from "@/lib/core/schedule-words";

/** What a day's quiet hours begin with. */
const NIGHT: QuietDay = { from: "22:00", to: "07:00" };

/** Quiet hours by weekday, over midnight where they end before they begin; saved at each change. */
export function QuietHoursCard({ schedule, now, change }: PauseProps) {
  const router = useRouter();
  const [hours, setHours] = useState(schedule.quietHours);
  const [note, setNote] = useState<Note>();
  const pausedUntil = schedule.pausedUntil ? new Date(schedule.pausedUntil) : null;

  async function save(wanted: QuietHours) {
    const before = hours;
    setHours(wanted);
    if (!leavesTime(wanted)) {
      setNote({ kind: "failed", detail: "Leave some time of the week in which messages may come." });
      return;
    }
    const answer = await change({ quietHours: wanted }).catch(() => NO_ANSWER);
    if (answer.ok) {
      setNote({ kind: "saved", turn: Date.now() });
      router.refresh();
    } else {
      setHours(before);
      setNote({ kind: "failed", detail: answer.detail });
    }
  }

  return (
    <section aria-labelledby="by-weekday">
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id="by-weekday" className="font-semibold text-lg">
          By weekday
        </h2>
        <Saved note={note} />
        <div className="ml-auto flex flex-wrap gap-2">
          <Button variant="outline" size="sm" onClick={() => save(WEEKDAYS.map(() => NIGHT))}>
            Every night
          </Button>
          <Button variant="ghost" size="sm" onClick={() => save(NO_QUIET_HOURS)}>
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
            onChange={(quiet) => save(hours.map((one, at) => (at === index ? quiet : one)))}
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

const NO_ANSWER = { ok: false as const, detail: "Belfry did not answer. Try again." };
