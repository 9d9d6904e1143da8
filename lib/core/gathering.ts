import type { Channel } from "./channel";
import type { DeliveryContent } from "./delivery-state";
import { digestTitle, notificationsWords } from "./digest-words";
import { type DigestPeriod, MOST_LISTED } from "./mail";
import type { EmailTiming } from "./schedule";
import type { SendTime } from "./send-time";

type Wait = SendTime["reason"];

/** What each wait becomes when it ends: one message for all that waited so; null where each leaves by itself. */
const ENDS_AS: Readonly<Record<Wait, "digest" | "catch_up" | null>> = {
  queued: null,
  delayed: null,
  in_digest: "digest",
  quiet_hours: "catch_up",
  paused: "catch_up",
};

/** What a delivery is stored to wait for. A program at the end of a webhook wants each, however long they waited. */
export function waitOf(channel: Channel, reason: Wait): Wait {
  return channel === "webhook" ? "queued" : reason;
}

/** What a message gathers that waited for `reason`, by its person's email timing; null when it leaves by itself. */
export function periodOf(reason: string, email: EmailTiming | undefined): DigestPeriod | null {
  const end = ENDS_AS[reason as Wait] ?? null;
  if (end !== "digest") return end;
  return email?.kind === "weekly" ? "weekly" : "daily";
}

/** How many are listed in the text of a channel that shows no more than text. */
const MOST_LINES = 5;

/**
 * One message in the place of several of one person and channel, the newest first. Its title and body say what it is to a
 * channel that knows nothing of digests. `unsubscribe` ends it; required mails alone have nothing that ends them (R54).
 */
export function gatherContents(
  contents: readonly DeliveryContent[],
  { period, unsubscribe }: { period: DigestPeriod; unsubscribe: string | null },
): DeliveryContent {
  const newest = [...contents].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const total = newest.length;
  const first = newest[0]!;
  const items = newest
    .slice(0, MOST_LISTED)
    .map(({ notificationId: id, title, body, url, record, origin, topic, at }) => ({
      id,
      title,
      body,
      url,
      record,
      origin,
      topic,
      at,
    }));
  return {
    ...first,
    title: `${digestTitle(period)}: ${notificationsWords(total)}`,
    body: linesOf(items, total),
    url: null,
    actor: null,
    record: null,
    origin: first.workspace,
    topic: { key: first.topic.key, name: digestTitle(period) },
    unsubscribe: newest.every((one) => one.unsubscribe === null) ? null : unsubscribe,
    digest: { period, items, total },
  };
}

function linesOf(items: readonly { title: string }[], total: number): string {
  const lines = items.slice(0, MOST_LINES).map(({ title }) => `• ${title}`);
  const more = total - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more.toLocaleString("en")} more`] : [])].join("\n");
}
