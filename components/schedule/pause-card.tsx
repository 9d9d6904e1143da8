"use client";

import { type FormEvent, useState } from "react";
import type { PauseProps } from "@/components/schedule/pause";
import { usePause } from "@/components/schedule/use-pause";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { instantOf } from "@/lib/core/local-time";
import { cityOf, momentWords } from "@/lib/core/schedule-words";
import { snoozeChoices } from "@/lib/core/snooze";

/** A pause: for an hour, until a morning, or until any moment. */
export function PauseCard({ schedule: { pausedUntil, zone }, now, change }: PauseProps) {
  const pause = usePause(change, zone);
  const [fault, setFault] = useState<string | null>(null);

  function pauseUntil(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const wanted = String(new FormData(form).get("until"));
    const [year, month, day, hour, minute] = wanted.split(/\D/).map(Number);
    const until = wanted
      ? instantOf({ year, month, day, hour, minute } as Parameters<typeof instantOf>[0], zone)
      : null;
    const later = until !== null && until.getTime() > Date.now();
    setFault(later ? null : "Choose a time that is yet to come.");
    if (later) pause(until);
    else form.querySelector<HTMLElement>("[name=until]")?.focus();
  }

  return (
    <section aria-labelledby="pause" className="rounded-xl border bg-card p-4">
      <h2 id="pause" className="font-semibold text-lg">
        Pause
      </h2>
      {pausedUntil ? (
        <div className="mt-1 flex flex-wrap items-center justify-between gap-3">
          <p className="text-held">
            Paused until {momentWords(new Date(pausedUntil), new Date(now), zone)}, {cityOf(zone)}.
          </p>
          <Button variant="outline" size="sm" onClick={() => pause(null)}>
            Resume notifications
          </Button>
        </div>
      ) : (
        <>
          <div className="mt-3 flex flex-wrap gap-2">
            {snoozeChoices(new Date(now), zone).map(({ words }, index) => (
              // Chosen anew at the press: the page may have stood open for long.
              <Button
                key={words}
                variant="outline"
                size="sm"
                onClick={() => pause(snoozeChoices(new Date(), zone)[index]?.until ?? null)}
              >
                {words[0]?.toUpperCase() + words.slice(1)}
              </Button>
            ))}
          </div>
          <form onSubmit={pauseUntil} noValidate className="mt-3 flex flex-wrap items-end gap-2">
            <div>
              <label htmlFor="pause-until" className="mb-1 block text-sm">
                Until
              </label>
              <Input
                id="pause-until"
                name="until"
                type="datetime-local"
                aria-invalid={fault ? true : undefined}
                aria-describedby={fault ? "pause-fault" : undefined}
                className="w-auto max-w-full"
              />
            </div>
            <Button type="submit" variant="outline">
              Pause
            </Button>
            {fault ? (
              <p id="pause-fault" role="alert" className="basis-full text-destructive text-sm">
                {fault}
              </p>
            ) : null}
          </form>
        </>
      )}
    </section>
  );
}
