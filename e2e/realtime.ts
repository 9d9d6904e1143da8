import type { BrowserContext } from "@playwright/test";
import { ACCOUNT, startHub } from "../lib/realtime/embedded/testing";
import type { Faults } from "./faults";

export interface RealtimeOfTests {
  /** Of the server. */
  settings: Record<string, string>;
  /** Before the first page of a browser. */
  prepare(context: BrowserContext, faults: Faults): Promise<void>;
  stop(): Promise<void>;
}

/**
 * How the tests' server reaches open tabs (C20). By itself, or with `REALTIME=elsewhere` by a hub in another process,
 * known by host, port and keys alone; or with `REALTIME=none` not at all, so that tabs ask by the clock.
 */
export async function realtimeOf(wanted = process.env.REALTIME): Promise<RealtimeOfTests> {
  if (!wanted) return { settings: {}, prepare: async () => {}, stop: async () => {} };
  const { port, arrivals, close } = await startHub();
  const account = { PUSHER_APP_ID: ACCOUNT.appId, PUSHER_KEY: ACCOUNT.key, PUSHER_SECRET: ACCOUNT.secret };
  const settings = { ...account, PUSHER_HOST: "127.0.0.1", PUSHER_PORT: String(port), PUSHER_TLS: "false" };
  if (wanted === "elsewhere") {
    return {
      settings,
      prepare: async () => {},
      async stop() {
        if (arrivals.length === 0) throw new Error("Nobody came to the hub elsewhere.");
        await close();
      },
    };
  }
  await close();
  return { settings, prepare: askSooner, stop: async () => {} };
}

/** What is done every 20 seconds or more is done sixty times as often: what is asked by the clock comes within one. */
async function askSooner(context: BrowserContext, faults: Faults): Promise<void> {
  faults.expectAlso(/WebSocket|ERR_CONNECTION_REFUSED/);
  await context.addInitScript(() => {
    const every = window.setInterval.bind(window);
    const sooner = (act: () => void, ms = 0) => every(act, ms >= 20_000 ? ms / 60 : ms);
    window.setInterval = sooner as typeof window.setInterval;
  });
}
