"use client";

import { Moon } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { hearFeed } from "@/components/bell/hear-feed";
import { hearPerson } from "@/components/preferences/hear-preferences";
import type { PauseProps } from "@/components/schedule/pause";
import { QUIET_HOURS } from "@/lib/core/preferences-address";
import { clockWords, momentWords } from "@/lib/core/schedule-words";

/** Beside the bell while a pause or quiet hours are on: a moon and when they end. It goes by itself, and comes in every tab. */
export function HoldSign({ schedule: { hold, zone }, now }: Pick<PauseProps, "schedule" | "now">) {
  const router = useRouter();
  const until = hold?.until;
  useEffect(() => {
    if (!until) return;
    const left = Date.parse(until) - Date.now();
    // Longer ones are beyond what a timer keeps.
    if (left > LONGEST) return;
    const timer = setTimeout(() => router.refresh(), Math.max(left, 0) + 500);
    return () => clearTimeout(timer);
  }, [until, router]);
  useEffect(() => hearPerson(() => router.refresh()), [router]);
  // The bell asks after every gap: so a pause made while nobody listened comes too, and quiet hours that begin.
  useEffect(() => hearFeed((heard) => heard.hold?.until !== until && router.refresh()), [until, router]);
  if (!hold) return null;
  const end = new Date(hold.until);
  const what = hold.reason === "paused" ? "Paused" : "Quiet hours";
  return (
    <Link
      href={QUIET_HOURS}
      aria-label={`${what} until ${momentWords(end, new Date(now), zone)}`}
      className="flex h-9 items-center gap-1.5 rounded-md px-2 text-held text-sm hover:bg-accent pointer-coarse:h-11"
    >
      <Moon aria-hidden className="size-4" />
      <span className="figures">{clockWords(end, zone)}</span>
    </Link>
  );
}

const LONGEST = 2 ** 31 - 1000;
