import type { DeliveryContent } from "@/lib/core/delivery-state";
import { TRY_ID } from "@/lib/core/try-content";

/** Opens the notification for its owner and leads on to its record, as in mails; a test opens the bell's page. */
export function openAddress(publicUrl: string, { notificationId }: Pick<DeliveryContent, "notificationId">): string {
  return notificationId === TRY_ID ? `${publicUrl}/inbox` : `${publicUrl}/n/${encodeURIComponent(notificationId)}`;
}

/** What the button that leads there says; `most` characters at most. */
export function openWords({ record }: Pick<DeliveryContent, "record">, most: number): string {
  return shortened(record ? `Open ${record}` : "Open in Belfry", most);
}

/** A text of at most `most` characters, and a sign where something is missing; no character is cut in two. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
