"use client";

import { Check, Minus } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

export interface CheckboxProps extends Omit<ComponentProps<"button">, "onChange"> {
  /** `indeterminate` reads as mixed: some are on. */
  checked: boolean | "indeterminate";
  /** Of a mixed one: on. */
  onCheckedChange?(checked: boolean): void;
}

/** 24 px to hit, 18 px to see. Not Radix's: a hundred of these must open within a frame or two, and this one is a single element. */
export function Checkbox({ className, checked, onCheckedChange, onKeyDown, ...props }: CheckboxProps) {
  const mixed = checked === "indeterminate";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native one cannot say "mixed" but by script, after it was painted
    <button
      type="button"
      role="checkbox"
      data-slot="checkbox"
      aria-checked={mixed ? "mixed" : checked}
      onClick={() => onCheckedChange?.(checked !== true)}
      onKeyDown={(event) => {
        // Checkboxes answer to Space alone (APG).
        if (event.key === "Enter") event.preventDefault();
        onKeyDown?.(event);
      }}
      className={cn("group relative -m-0.75 size-6 shrink-0 rounded-md aria-disabled:cursor-not-allowed", className)}
      {...props}
    >
      <span
        aria-hidden
        className="absolute inset-0.75 grid place-content-center rounded-[5px] border border-input bg-card text-primary-foreground transition-colors duration-120 group-aria-[checked=mixed]:border-primary group-aria-checked:border-primary group-aria-[checked=mixed]:bg-primary group-aria-checked:bg-primary group-data-[locked]:border-transparent! group-data-[locked]:bg-transparent! group-data-[locked]:text-muted-foreground forced-colors:group-aria-[checked=mixed]:bg-[Highlight] forced-colors:group-aria-checked:bg-[Highlight]"
      >
        {mixed ? <Minus className="size-3.5" strokeWidth={3} /> : null}
        {checked === true ? <Check className="size-3.5" strokeWidth={3} /> : null}
      </span>
    </button>
  );
}
