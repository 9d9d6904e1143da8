import { type LocalDay, localTimeOf } from "./local-time";

/** The day of a moment where somebody lives, as in `2026-11-21`. A zone that this system does not know counts as UTC. */
export function localDay(at: Date, timeZone: string | null): string {
  try {
    return written(localTimeOf(at, timeZone ?? "UTC"));
  } catch {
    return written(localTimeOf(at, "UTC"));
  }
}

function written({ year, month, day }: LocalDay): string {
  return [year, month, day].map((part) => String(part).padStart(2, "0")).join("-");
}
