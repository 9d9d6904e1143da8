import { dayWords } from "@/components/ui/relative-words";

/** Items under the day of `timeOf` (RFC 3339) in `zone`; both in the order given. */
export function byDay<T>(
  items: readonly T[],
  timeOf: (item: T) => string,
  now: Date,
  zone: string,
): { day: string; items: T[] }[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const day = dayWords(new Date(timeOf(item)), now, zone);
    const known = groups.get(day);
    if (known) known.push(item);
    else groups.set(day, [item]);
  }
  return [...groups].map(([day, items]) => ({ day, items }));
}
