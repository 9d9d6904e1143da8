"use client";

import { Refused, Saved } from "@/components/preferences/note";
import type { PauseProps } from "@/components/schedule/pause";
import { useScheduled } from "@/components/schedule/use-scheduled";
import { Checkbox } from "@/components/ui/checkbox";
import { CHANNEL_NAMES } from "@/lib/core/channel-names";
import { SILENCEABLE } from "@/lib/core/schedule";

/** Which channels stay silent while the person is active here (R76). */
export function WhileActiveCard({ schedule, change }: PauseProps) {
  const { value: silent, note, save } = useScheduled("whileActive", { schedule, change });
  return (
    <section aria-labelledby="while-active" className="rounded-xl border bg-card p-4">
      <div className="flex items-center gap-3">
        <h2 id="while-active" className="font-semibold text-lg">
          While you are active here
        </h2>
        <Saved note={note} />
      </div>
      <p id="while-active-detail" className="mt-1 max-w-prose text-muted-foreground text-sm">
        You have the bell and pop-ups in front of you then. What is ticked stays silent meanwhile, and is not sent
        later.
      </p>
      <fieldset aria-describedby="while-active-detail" className="mt-2 flex flex-wrap gap-x-6">
        <legend className="sr-only">Silent while you are active here</legend>
        {SILENCEABLE.map((channel) => {
          const id = `silent-${channel}`;
          return (
            <span key={channel} className="flex items-center gap-2">
              <Checkbox
                id={id}
                checked={silent[channel]}
                onCheckedChange={(checked) => save({ ...silent, [channel]: checked })}
              />
              <label htmlFor={id} className="cursor-pointer py-2">
                {CHANNEL_NAMES[channel]}
              </label>
            </span>
          );
        })}
      </fieldset>
      <Refused note={note} />
    </section>
  );
}
