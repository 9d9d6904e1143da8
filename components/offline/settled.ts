import { registerWorker } from "@/components/offline/register-worker";
import { renewHere } from "@/components/offline/renew-here";
import type { FeedItem } from "@/lib/core/feed-item";
import { closeRead } from "@/lib/service-worker/close-read";
import { keepItems } from "@/lib/service-worker/kept-items";

/** What a page does for this device once it has settled, which is why it is no part of its first script. */
export async function startWorker(): Promise<void> {
  const registration = await registerWorker();
  if (registration) await renewHere(registration);
}

/** Keeps the latest for when there is no network, and closes what was read. */
export async function keep(items: readonly FeedItem[]): Promise<void> {
  if (!("caches" in window)) return;
  await keepItems(items.filter(({ inBell }) => inBell));
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration) await closeRead(registration, items);
}
