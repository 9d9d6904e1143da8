"use client";

import { BellOff, BellRing } from "lucide-react";
import Link from "next/link";
import type { PauseProps } from "@/components/schedule/pause";
import { usePause } from "@/components/schedule/use-pause";
import {
  DropdownMenuItem,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
} from "@/components/ui/dropdown-menu";
import { QUIET_HOURS } from "@/lib/core/preferences-address";
import { momentWords } from "@/lib/core/schedule-words";
import { snoozeChoices } from "@/lib/core/snooze";

/** `Pause notifications`, with how long; while a pause is on, the way out of it. */
export function PauseMenu({ schedule: { pausedUntil, zone }, now, change }: PauseProps) {
  const pause = usePause(change, zone);
  if (pausedUntil) {
    return (
      <DropdownMenuItem onSelect={() => pause(null)}>
        <BellRing aria-hidden />
        <span>
          Resume notifications
          <span className="block text-muted-foreground text-sm">
            Paused until {momentWords(new Date(pausedUntil), new Date(now), zone)}
          </span>
        </span>
      </DropdownMenuItem>
    );
  }
  return (
    <DropdownMenuSub>
      <DropdownMenuSubTrigger>
        <BellOff aria-hidden />
        Pause notifications
      </DropdownMenuSubTrigger>
      <DropdownMenuSubContent>
        {snoozeChoices(new Date(), zone).map(({ words, until }) => (
          <DropdownMenuItem key={words} onSelect={() => pause(until)}>
            {words[0]?.toUpperCase() + words.slice(1)}
          </DropdownMenuItem>
        ))}
        <DropdownMenuItem asChild>
          <Link href={QUIET_HOURS}>Until …</Link>
        </DropdownMenuItem>
      </DropdownMenuSubContent>
    </DropdownMenuSub>
  );
}
