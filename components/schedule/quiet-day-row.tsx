"use client";

import { TimeInput } from "@/components/schedule/time-input";
import { Checkbox } from "@/components/ui/checkbox";
import type { QuietDay } from "@/lib/core/schedule";

interface QuietDayRowProps {
  name: string;
  /** The day after. */
  next: string;
  quiet: QuietDay | null;
  onChange(quiet: QuietDay | null): void;
}

/** One weekday's quiet hours. */
export function QuietDayRow({ name, next, quiet, onChange }: QuietDayRowProps) {
  const id = `quiet-${name.toLowerCase()}`;
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 border-t px-4 py-2 first:border-t-0">
      <span className="flex w-36 items-center gap-3">
        <Checkbox
          id={id}
          checked={quiet !== null}
          onCheckedChange={(checked) => onChange(checked ? { from: "22:00", to: "07:00" } : null)}
        />
        <label htmlFor={id} className="cursor-pointer py-1">
          {name}
        </label>
      </span>
      {quiet ? (
        <span className="flex flex-wrap items-center gap-2 text-muted-foreground text-sm">
          <TimeInput label={`${name} from`} value={quiet.from} onSave={(from) => onChange({ ...quiet, from })} />
          <span aria-hidden>to</span>
          <TimeInput label={`${name} to`} value={quiet.to} onSave={(to) => onChange({ ...quiet, to })} />
          {quiet.from === quiet.to ? <span>all round the clock</span> : null}
          {quiet.to < quiet.from ? <span>on {next}</span> : null}
        </span>
      ) : (
        <span className="text-muted-foreground text-sm">Not quiet</span>
      )}
    </li>
  );
}
