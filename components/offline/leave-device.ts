import { forgetItems } from "@/lib/service-worker/kept-items";

/** Nobody waits longer to be signed out; milliseconds. */
const PATIENCE = 1500;

/** Takes what this browser keeps of its person away: pushes, what is on the screen, and what was kept to read (S33). */
export async function leaveDevice(): Promise<void> {
  const left = Promise.allSettled([endPushes(), closeAll(), forgetKept(), clearBadge()]);
  await Promise.race([left, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

async function endPushes(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  await (await registration?.pushManager?.getSubscription())?.unsubscribe();
}

async function closeAll(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  for (const shown of (await registration?.getNotifications?.()) ?? []) shown.close();
}

async function forgetKept(): Promise<void> {
  if ("caches" in window) await forgetItems();
}

async function clearBadge(): Promise<void> {
  await (navigator as { clearAppBadge?(): Promise<void> }).clearAppBadge?.();
}
