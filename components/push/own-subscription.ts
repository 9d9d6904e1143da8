import { registerWorker } from "@/components/offline/register-worker";
import type { Subscription } from "@/components/push/actions";

/** Where this browser is reached now; null while nobody allowed it. */
export async function ownSubscription(): Promise<PushSubscription | null> {
  if (!canPush()) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager?.getSubscription()) ?? null;
}

export function canPush(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && typeof Notification !== "undefined";
}

/** Has the browser be reached for this installation; one that was bound to other keys is given up first. */
export async function subscribeHere(pushKey: string): Promise<Subscription | null> {
  const registration = await registerWorker();
  if (!registration) return null;
  const before = await registration.pushManager.getSubscription();
  if (before && !isBoundTo(before, pushKey)) await before.unsubscribe();
  const made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey });
  return asSent(made);
}

/** What is sent of it. */
export function asSent(subscription: PushSubscription): Subscription | null {
  const { endpoint, keys } = subscription.toJSON();
  return endpoint && keys?.p256dh && keys.auth ? { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } } : null;
}

/** What names it in the person's list: SHA-256 of its endpoint, base64url. */
export async function markOf(subscription: PushSubscription): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(subscription.endpoint));
  return inBase64Url(digest);
}

function isBoundTo({ options }: PushSubscription, pushKey: string): boolean {
  return options.applicationServerKey !== null && inBase64Url(options.applicationServerKey) === pushKey;
}

function inBase64Url(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
