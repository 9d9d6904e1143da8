"use client";

import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { useEarly } from "@/components/ui/use-early";

export function Input({ className, type, ...props }: ComponentProps<"input">) {
  return (
    <input
      type={type}
      data-slot="input"
      className={cn(
        "h-9 w-full min-w-0 rounded-md border border-input bg-card px-3 py-1 text-base transition-colors placeholder:text-muted-foreground disabled:cursor-not-allowed disabled:opacity-50 aria-invalid:border-destructive pointer-coarse:h-11",
        className,
      )}
      {...props}
      ref={useEarly(props)}
    />
  );
}
