import type { FeedItem } from "@/lib/core/feed-item";

/** Shown by this page itself, by id of the item. */
const own = new Map<string, Notification>();

/** Whether this browser was allowed to show notifications; each browser is asked for itself (R28). */
export function mayNotify(): boolean {
  return typeof Notification !== "undefined" && Notification.permission === "granted";
}

/**
 * Shows one item outside of the page; a click leads to its record, and marks it read by that. Where a service worker is
 * there it shows it: phones allow nothing else, and a push about the same item then takes its place (one `tag`).
 */
export async function showNotification({ id, title, body, sound }: FeedItem): Promise<void> {
  const url = `/n/${id}`;
  const options = { body, tag: id, icon: "/icons/192.png", silent: sound === "none", data: { url } };
  const worker = await workerOf();
  if (worker) return worker.showNotification(title, options);
  const shown = new Notification(title, options);
  own.set(id, shown);
  shown.onclick = () => {
    shown.close();
    window.open(url, "_blank", "noopener");
  };
  shown.onclose = () => own.get(id) === shown && own.delete(id);
}

/** Takes it away again, whichever tab showed it. */
export async function closeNotification(id: string): Promise<void> {
  own.get(id)?.close();
  for (const shown of (await (await workerOf())?.getNotifications({ tag: id })) ?? []) shown.close();
}

async function workerOf(): Promise<ServiceWorkerRegistration | null> {
  const registration = await navigator.serviceWorker?.getRegistration();
  return registration?.active ? registration : null;
}
