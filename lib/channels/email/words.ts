import { digestTitle, notificationsWords } from "@/lib/core/digest-words";
import type { MailData, MailItem, MailKind } from "@/lib/core/mail";
import { TRY_ID } from "@/lib/core/try-content";

/** The mail's subject before it is made fit for a header. */
export function subjectOf(data: MailData[MailKind]): string {
  return "item" in data ? data.item.title : `${digestTitle(data.period)}: ${notificationsWords(data.total)}`;
}

/** What the button that opens an item says: the record's name, which reads well out of its context too (U33). */
export function openWords({ record }: MailItem): string {
  return record ? `Open ${cut(record, 60)}` : "Open in Belfry";
}

/** Why this mail came, for its foot. */
export function whyWords(data: MailData[MailKind]): string {
  if ("item" in data && data.item.id === TRY_ID) return `You asked for this test at ${data.workspace}.`;
  const to = `${data.workspace} sent this to ${data.recipient.name}`;
  if (data.unsubscribe === null) return `${to} because it is required. It cannot be switched off.`;
  if ("item" in data) return `${to} because “${data.item.topic.name}” is on for email.`;
  if (data.period === "catch_up") return `${to} when quiet hours or a pause had ended.`;
  return `${to} because you chose a ${data.period} summary.`;
}

/** What one click ends. */
export function unsubscribeWords(data: MailData[MailKind]): string {
  if ("item" in data) return `Unsubscribe from “${data.item.topic.name}”`;
  return data.period === "catch_up" ? "Unsubscribe from these emails" : `Unsubscribe from the ${data.period} summary`;
}

/** As in `Saturday, 21 November 2026 at 13:04 CET`, in the recipient's zone. */
export function timeWords(at: string, zone: string): string {
  return formatIn(zone, "long").format(new Date(at));
}

/** As in `Sat, 21 Nov, 13:04`, in the recipient's zone: for lists, where the day is never far. */
export function briefTime(at: string, zone: string): string {
  return formatIn(zone, "short").format(new Date(at));
}

/** One line of at most `most` characters. */
export function cut(text: string, most: number): string {
  const characters = [...text.replace(/[\s\p{Cc}]+/gu, " ").trim()];
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`
    : characters.join("");
}

const CLOCK = { hour: "2-digit", minute: "2-digit" } as const;
const STYLES = {
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric", ...CLOCK, timeZoneName: "short" },
  short: { weekday: "short", day: "numeric", month: "short", ...CLOCK },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string, style: keyof typeof STYLES): Intl.DateTimeFormat {
  const key = `${style} ${zone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", { ...STYLES[style], timeZone: zone });
    formats.set(key, format);
  }
  return format;
}
