import type Pusher from "pusher-js";
import { askToListen } from "./client-auth";
import { clientOptions } from "./client-options";
import type { ClientSettings, Signal } from "./signal";
import { CHANGED, DISMISSED, readSignal } from "./wire";

export type { ClientSettings };

/**
 * `connected`: listening from now on. Each time it comes there was a gap before it: ask again for what was missed.
 * `unavailable`: not listening, tried again by itself; poll meanwhile, at most 30 seconds apart and not all at once (F27).
 * `refused`: over. Signed out, disabled, or this page is older than the server's settings; ask once more, and then reload.
 */
export type ListeningState = "connected" | "unavailable" | "refused";

export interface Subscription {
  settings: ClientSettings;
  channel: string;
  onSignal(signal: Signal): void;
  onState(state: ListeningState): void;
  authEndpoint?: string;
  /** After a loss the way back begins within 1 second and this, by chance, so that not everybody comes at once (F37). */
  spreadMs?: number;
}

/** Listens to one person's channel in the browser, until the function it returns is called. */
export function subscribe(subscription: Subscription): () => void {
  const { settings, channel, onSignal, onState } = subscription;
  const { authEndpoint = "/api/realtime/auth", spreadMs = 30_000 } = subscription;
  let pusher: Pusher | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let state: ListeningState | undefined;
  let isRetreating = false;
  let isOver = false;

  function report(next: ListeningState) {
    if (isOver || (next === "unavailable" && state === "unavailable")) return;
    state = next;
    onState(next);
  }

  function start() {
    clearTimeout(timer);
    if (isOver) return;
    if (pusher) pusher.connect();
    // Loaded late, so that the page's first script is 18 KB lighter.
    else import("pusher-js").then((module) => listen(module.default), comeBackLater);
  }

  function comeBackLater() {
    report("unavailable");
    clearTimeout(timer);
    timer = setTimeout(start, 1_000 + Math.random() * spreadMs);
  }

  /** pusher-js itself comes back after one second, to the millisecond. */
  function retreat() {
    if (isOver) return;
    isRetreating = true;
    pusher?.disconnect();
    isRetreating = false;
    comeBackLater();
  }

  /** A moment later than pusher-js, which hears of the network too and would begin a second time. */
  function comeBackOnline() {
    clearTimeout(timer);
    timer = setTimeout(start);
  }

  function refuse() {
    report("refused");
    end();
  }

  function end() {
    isOver = true;
    clearTimeout(timer);
    globalThis.removeEventListener?.("online", comeBackOnline);
    pusher?.connection.unbind();
    pusher?.disconnect();
  }

  function listen(Client: typeof Pusher) {
    if (isOver || pusher) return;
    pusher = new Client(settings.key, clientOptions(settings, askToListen(authEndpoint, refuse)));
    hear(pusher, channel, {
      onListening: () => report("connected"),
      onLost: () => report("unavailable"),
      onClosed: () => !isRetreating && refuse(),
      onRefused: refuse,
      onRetry: retreat,
      onSignal: (signal) => !isOver && onSignal(signal),
    });
  }

  globalThis.addEventListener?.("online", comeBackOnline);
  start();
  return end;
}

interface Heard {
  onListening(): void;
  /** It comes back by itself. */
  onLost(): void;
  /** It does not: somebody ended it, here or there. */
  onClosed(): void;
  onRefused(): void;
  /** It is about to come back. */
  onRetry(): void;
  onSignal(signal: Signal): void;
}

/** Turns what pusher-js says of its connection and of one channel into what we make of it. */
function hear(pusher: Pusher, channel: string, heard: Heard): void {
  // It says so before it sets its timer; a moment later there is a timer to undo.
  pusher.connection.bind("connecting_in", () => queueMicrotask(heard.onRetry));
  pusher.connection.bind("state_change", ({ previous, current }: { previous: string; current: string }) => {
    if (current === "disconnected") heard.onClosed();
    else if (previous === "connected" || current === "unavailable" || current === "failed") heard.onLost();
  });
  pusher
    .subscribe(channel)
    .bind("pusher:subscription_succeeded", heard.onListening)
    .bind("pusher:subscription_error", heard.onRetry)
    .bind(DISMISSED, heard.onRefused)
    .bind(CHANGED, (data: unknown) => {
      const signal = readSignal(data);
      if (signal) heard.onSignal(signal);
    });
}
