"use client";

import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

export interface SwitchProps extends Omit<ComponentProps<"button">, "onChange"> {
  checked: boolean;
  onCheckedChange?(checked: boolean): void;
}

/** On or off, at once. The knob is placed by class, so that the first HTML carries no inline style. */
export function Switch({ className, checked, onCheckedChange, ...props }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      data-slot="switch"
      aria-checked={checked}
      onClick={() => onCheckedChange?.(!checked)}
      className={cn(
        "group relative inline-flex h-6 w-10 shrink-0 items-center rounded-full border border-input bg-track transition-colors duration-120 aria-checked:border-primary aria-checked:bg-primary forced-colors:aria-checked:bg-[Highlight]",
        className,
      )}
      {...props}
    >
      <span
        aria-hidden
        className="size-4.5 translate-x-0.5 rounded-full bg-card shadow-sm ring-1 ring-input transition-transform duration-120 group-aria-checked:translate-x-4.5 group-aria-checked:bg-primary-foreground group-aria-checked:ring-0 forced-colors:bg-[ButtonText]"
      />
    </button>
  );
}
