import { gather } from "@/lib/core/gather";
import { type MailItem, MOST_LISTED } from "@/lib/core/mail";

/** The first of them: those that the mail lists. */
export function listed<T>(all: readonly T[]): readonly T[] {
  return all.slice(0, MOST_LISTED);
}

/** Items by where they come from, in the order in which each first appears. */
export function grouped(items: readonly MailItem[]): [string, MailItem[]][] {
  return [...gather(items, ({ origin }) => origin)];
}
