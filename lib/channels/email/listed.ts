import { gather } from "@/lib/core/gather";
import type { MailItem } from "@/lib/core/mail";

/** What a mail lists at most: above this size mailboxes cut mails off (U33). */
const MOST_ITEMS = 30;

/** The first of the items: those that the mail lists. */
export function listed(items: readonly MailItem[]): readonly MailItem[] {
  return items.slice(0, MOST_ITEMS);
}

/** Items by where they come from, in the order in which each first appears. */
export function grouped(items: readonly MailItem[]): [string, MailItem[]][] {
  return [...gather(items, ({ origin }) => origin)];
}
