import { dayWords } from "@/components/ui/relative-words";

/** What each moment's day is called at `now` in `zone`. Remembers: a long list is asked for again at every change. */
export function daysOf(now: Date, zone: string): (at: string) => string {
  const known = new Map<string, string>();
  return (at) => {
    const day = known.get(at) ?? dayWords(new Date(at), now, zone);
    known.set(at, day);
    return day;
  };
}

/** Items under the day of `timeOf` (RFC 3339); both in the order given. `dayOf` is made by `daysOf`. */
export function byDay<T>(
  items: readonly T[],
  timeOf: (item: T) => string,
  dayOf: (at: string) => string,
): { day: string; items: T[] }[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const day = dayOf(timeOf(item));
    const known = groups.get(day);
    if (known) known.push(item);
    else groups.set(day, [item]);
  }
  return [...groups].map(([day, items]) => ({ day, items }));
}
