import { scope } from "./scope";

/** The browser gave up a subscription, as some do by and by: makes another in its place, and says where it is now. */
export async function renewSubscription(old: PushSubscription | null): Promise<void> {
  if (!old?.options.applicationServerKey) return;
  const { applicationServerKey } = old.options;
  const fresh = await scope.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  const { endpoint, keys } = fresh.toJSON();
  await fetch("/api/push/devices", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ endpoint, keys, replaces: old.endpoint }),
  });
}
