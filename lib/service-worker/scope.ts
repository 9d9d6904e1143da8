/** What a service worker has, as far as we use it: TypeScript knows pages or workers, and this repository is of pages. */
export interface Scope {
  registration: ServiceWorkerRegistration & {
    navigationPreload?: { enable(): Promise<void> };
  };
  location: { origin: string };
  navigator: { setAppBadge?(count: number): Promise<void>; clearAppBadge?(): Promise<void> };
  clients: { openWindow(url: string): Promise<unknown>; claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener<K extends keyof Events>(type: K, hear: (event: Events[K]) => void): void;
}

interface Events {
  install: Waiting;
  activate: Waiting;
  fetch: FetchEvent;
  push: Waiting & { data: { json(): unknown } | null };
  notificationclick: Waiting & { notification: Notification };
  pushsubscriptionchange: Waiting & { oldSubscription?: PushSubscription | null };
}

interface Waiting {
  /** The worker is kept until then. */
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends Waiting {
  request: Request;
  preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}

export const scope = globalThis as unknown as Scope;
