import type { DeliveryContent } from "@/lib/core/delivery-state";
import { shortened } from "@/lib/core/shortened";
import { TRY_ID } from "@/lib/core/try-content";

/** Opens the notification for its owner and leads on to its record; a test, and what speaks for several, open the inbox. */
export function openAddress(
  publicUrl: string,
  { notificationId, digest }: Pick<DeliveryContent, "notificationId" | "digest">,
): string {
  if (digest || notificationId === TRY_ID) return `${publicUrl}/inbox`;
  return `${publicUrl}/n/${encodeURIComponent(notificationId)}`;
}

/** What the button that leads there says; `most` characters at most. */
export function openWords({ record }: Pick<DeliveryContent, "record">, most: number): string {
  return shortened(record ? `Open ${record}` : "Open in Belfry", most);
}
