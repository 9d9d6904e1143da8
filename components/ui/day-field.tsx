"use client";

import { type ComponentProps, type ReactNode, useId, useState } from "react";
import { Input } from "@/components/ui/input";

type DayFieldProps = ComponentProps<typeof Input> & { label: string; value: string };

/** A day to choose, with its name before it. It may be typed: what is not a year yet is heard by nobody. */
export function DayField({ label, value, onChange, ...props }: DayFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="text-muted-foreground">
        {label}
      </label>
      <Input
        {...props}
        id={id}
        type="date"
        autoComplete="off"
        value={typed ?? value}
        onChange={(event) => {
          setTyped(event.target.value);
          // The 2 of 2026 is the year 2 at first.
          if (event.target.value === "" || event.target.valueAsNumber >= 0) onChange?.(event);
        }}
        onBlur={() => setTyped(null)}
      />
    </div>
  );
}

/** The first and the last day, of a grid of filters: side by side wherever there are two to a row. */
export function DayRange({ children }: { children: ReactNode }) {
  return <div className="col-span-full grid grid-cols-subgrid gap-2 lg:contents">{children}</div>;
}
