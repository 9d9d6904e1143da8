import type { HealthView, ProcessView } from "@/lib/core/health-view";

const MINUTE = 60_000;
/** What is due should leave within this; longer is worth a look. */
const PATIENCE = 5 * MINUTE;
/** Of the disk that should stay free. */
const ROOM = 0.05;

/** The one thing to look at first, as a sentence; null when all is well. */
export function worryOf({ events, deliveries, providers, now }: HealthView, process: ProcessView): string | null {
  const isLate = ({ oldestDueAt }: HealthView["events"]) =>
    oldestDueAt !== null && Date.parse(now) - Date.parse(oldestDueAt) > PATIENCE;
  if (process.write === null) return "The database takes no writes.";
  if (process.workerSilent > 15_000) return "The worker has stopped: nothing is decided or sent. Restart Belfry.";
  if (process.disk && process.disk.free < process.disk.total * ROOM) return "The disk is nearly full.";
  if (isLate(events)) return "Events wait for longer than five minutes to be decided.";
  if (providers.some(({ isBroken }) => isBroken)) return "A provider fails: what goes by it waits, and is not lost.";
  if (deliveries.some(isLate)) return "Deliveries wait for longer than five minutes.";
  return null;
}

/** How long it is from `from` to `to`: `3 s`, `12 min`, `5 h`, `2 days`. */
export function agoWords(from: Date, to: Date): string {
  const seconds = Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  const hours = Math.round(seconds / 3600);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}

export function bytesWords(bytes: number): string {
  const units = ["B", "KB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}
