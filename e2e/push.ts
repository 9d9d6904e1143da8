import type { Page } from "@playwright/test";

/** A browser that may show notifications and whose push service always answers; no vendor's is reached from a test. */
export async function withPushService(page: Page): Promise<void> {
  await page.context().grantPermissions(["notifications"]);
  await page.addInitScript(() => {
    const KEY = "fake-subscription";
    const subscription = {
      endpoint: "https://fcm.googleapis.com/fcm/send/fake",
      options: { applicationServerKey: null },
      toJSON: () => ({
        endpoint: "https://fcm.googleapis.com/fcm/send/fake",
        keys: { p256dh: `B${"A".repeat(86)}`, auth: "A".repeat(22) },
      }),
      unsubscribe: async () => {
        localStorage.removeItem(KEY);
        return true;
      },
    } as unknown as PushSubscription;
    PushManager.prototype.getSubscription = async () => (localStorage.getItem(KEY) ? subscription : null);
    PushManager.prototype.subscribe = async () => {
      localStorage.setItem(KEY, "1");
      return subscription;
    };
  });
}

export function isSubscribed(page: Page): Promise<boolean> {
  return page.evaluate(() => localStorage.getItem("fake-subscription") !== null);
}

/** Has the browser deliver a push, whoever may have sent it. */
export async function deliverPush(page: Page, message: unknown): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [one] = registrations.filter(({ isDeleted }) => !isDeleted);
      if (one) resolve(one.registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.deliverPushMessage", {
    origin: new URL(page.url()).origin,
    registrationId: await registered,
    data: JSON.stringify(message),
  });
}

/** What is on the screen of this browser. */
export function shown(page: Page): Promise<{ title: string; body: string; tag: string }[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const all = await registration.getNotifications();
    return all.map(({ title, body, tag }) => ({ title, body, tag }));
  });
}

/** Clicks on all that is shown. Answers which addresses were opened. */
export async function clickAll(page: Page): Promise<string[]> {
  const [worker] = page.context().serviceWorkers();
  return worker!.evaluate(async () => {
    const scope = globalThis as unknown as {
      registration: ServiceWorkerRegistration;
      clients: { openWindow(url: string): Promise<void> };
      NotificationEvent: new (type: string, init: { notification: Notification }) => Event;
    };
    const opened: string[] = [];
    // Only a person's own click may open a window; what would be opened is what counts.
    scope.clients.openWindow = async (url) => void opened.push(url);
    for (const notification of await scope.registration.getNotifications())
      dispatchEvent(new scope.NotificationEvent("notificationclick", { notification }));
    return opened;
  });
}

/** How many items this browser keeps for when there is no network; null when it keeps nothing. */
export function keptHere(page: Page): Promise<number | null> {
  return page.evaluate(async () => {
    const kept = await caches.match("/kept/items");
    return kept ? (await kept.json()).items.length : null;
  });
}
