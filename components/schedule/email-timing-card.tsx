"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Note } from "@/components/preferences/listed";
import { Refused, Saved } from "@/components/preferences/note";
import type { PauseProps } from "@/components/schedule/pause-menu";
import { NativeSelect } from "@/components/ui/native-select";
import { DEFAULT_SCHEDULE, type EmailTiming, UNREAD_MINUTES } from "@/lib/core/schedule";
import { emailWords, minutesWords } from "@/lib/core/schedule-words";

/** When e-mail leaves: at once, or later if it is unread still; in words what that means now (U16). */
export function EmailTimingCard({ schedule, now, change }: PauseProps) {
  const router = useRouter();
  const [email, setEmail] = useState(schedule.email);
  const [note, setNote] = useState<Note>();
  const { quietHours, zone } = schedule;
  const pausedUntil = schedule.pausedUntil ? new Date(schedule.pausedUntil) : null;

  async function save(wanted: EmailTiming) {
    const before = email;
    setEmail(wanted);
    const answer = await change({ email: wanted }).catch(() => NO_ANSWER);
    if (answer.ok) {
      setNote({ kind: "saved", turn: Date.now() });
      router.refresh();
    } else {
      setEmail(before);
      setNote({ kind: "failed", detail: answer.detail });
    }
  }

  return (
    <section aria-labelledby="email-timing" className="rounded-xl border bg-card p-4">
      <h2 id="email-timing" className="font-semibold text-lg">
        Email
      </h2>
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <label htmlFor="email-when">When</label>
        <NativeSelect
          id="email-when"
          value={email.kind === "unread_after" ? email.minutes : 0}
          onChange={({ target }) => save(timingOf(Number(target.value)))}
        >
          <option value={0}>At once</option>
          {UNREAD_MINUTES.map((minutes) => (
            <option key={minutes} value={minutes}>
              After {minutesWords(minutes)} if still unread
            </option>
          ))}
        </NativeSelect>
        <Saved note={note} />
      </div>
      <p role="status" className="mt-2 text-muted-foreground text-sm">
        {emailWords(new Date(now), { ...DEFAULT_SCHEDULE, email, quietHours, pausedUntil }, zone)}
      </p>
      <Refused note={note} />
    </section>
  );
}

function timingOf(minutes: number): EmailTiming {
  return minutes === 0 ? { kind: "at_once" } : { kind: "unread_after", minutes };
}

const NO_ANSWER = { ok: false as const, detail: "Belfry did not answer. Try again." };
