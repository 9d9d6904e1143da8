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

/** Not Radix's: a hundred of these must open within a frame or two, and this one is a single element. */
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
      className={cn(
        "grid size-4.5 shrink-0 place-content-center rounded-[5px] border border-input bg-card text-primary-foreground transition-colors duration-120 relative after:absolute after:-inset-2.5 aria-disabled:cursor-not-allowed aria-[checked=mixed]:border-primary aria-checked:border-primary aria-[checked=mixed]:bg-primary aria-checked:bg-primary forced-colors:aria-checked:bg-[Highlight] forced-colors:aria-[checked=mixed]:bg-[Highlight]",
        className,
      )}
      {...props}
    >
      {mixed ? <Minus aria-hidden className="size-3.5" strokeWidth={3} /> : null}
      {checked === true ? <Check aria-hidden className="size-3.5" strokeWidth={3} /> : null}
    </button>
  );
}
