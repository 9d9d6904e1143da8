import type { DeliveryContent } from "@/lib/core/delivery-state";
import { shortened } from "@/lib/core/shortened";
import { TRY_ID } from "@/lib/core/try-content";

/** Opens the notification for its owner and leads on to its record, as in mails; a test opens the bell's page. */
export function openAddress(publicUrl: string, { notificationId }: Pick<DeliveryContent, "notificationId">): string {
  return notificationId === TRY_ID ? `${publicUrl}/inbox` : `${publicUrl}/n/${encodeURIComponent(notificationId)}`;
}

/** What the button that leads there says; `most` characters at most. */
export function openWords({ record }: Pick<DeliveryContent, "record">, most: number): string {
  return shortened(record ? `Open ${record}` : "Open in Belfry", most);
}
