"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { useEarly } from "@/components/ui/use-early";

/** The browser's own select: its list is the one that each device's people know, and it costs no script. */
export function NativeSelect({ className, ...props }: ComponentProps<"select">) {
  return (
    <span data-slot="native-select" className={cn("relative inline-flex min-w-0 items-center", className)}>
      <select
        className="h-9 w-full min-w-0 cursor-pointer appearance-none truncate rounded-md border border-input bg-card py-0 pr-8 pl-3 text-base text-foreground transition-colors hover:bg-accent disabled:opacity-50 pointer-coarse:h-11"
        // What a reload brought back would be taken for chosen.
        autoComplete="off"
        {...props}
        ref={useEarly(props)}
      />
      <ChevronDown aria-hidden className="pointer-events-none absolute right-2.5 size-4 text-muted-foreground" />
    </span>
  );
}
