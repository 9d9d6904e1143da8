import { ownAddress } from "./own-address";
import { scope } from "./scope";

/** Opens what a notification points to, in a window of its own: nothing that stands open is left by it. */
export async function openOwn(notification: Notification): Promise<void> {
  notification.close();
  const { url } = (notification.data ?? {}) as { url?: unknown };
  await scope.clients.openWindow(ownAddress(url, scope.location.origin));
}
