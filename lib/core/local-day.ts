/** The day of a moment where somebody lives, as in `2026-11-21`. A zone that this system does not know counts as UTC. */
export function localDay(at: Date, timeZone: string | null): string {
  try {
    return format(at, timeZone ?? "UTC");
  } catch {
    return format(at, "UTC");
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

// Making a format costs a hundred times what using it does.
function format(at: Date, timeZone: string): string {
  const known = formats.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  formats.set(timeZone, known);
  return known.format(at);
}
