import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import Pusher from "pusher";
import { type ClientSettings, channelOf, type Realtime } from "./signal";
import { CHANGED, DISMISSED, writeSignal } from "./wire";

/** Hosted Pusher by cluster, or any server of its protocol by host. `tls` is on unless switched off. */
export type PusherSettings = { appId: string; key: string; secret: string } & (
  | { cluster: string }
  | { host: string; port?: number; tls?: boolean }
);

/** Pusher takes ten events a call (F21). */
const BATCH = 10;
const CALLS_AT_ONCE = 4;
const TIMEOUT_MS = 5_000;

/** Realtime by the official SDK. A failed call is not repeated: a signal is a hint, and the browser asks anyway (F27). */
export function createPusherRealtime(settings: PusherSettings): Realtime {
  const tls = !("host" in settings) || settings.tls !== false;
  const agent = new (tls ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: CALLS_AT_ONCE });
  const pusher = new Pusher({ ...serverOptions(settings), useTLS: tls, timeout: TIMEOUT_MS, agent });

  return {
    async send(messages) {
      const events = messages.map(({ workspaceId, userId, signal }) => ({
        channel: channelOf(workspaceId, userId),
        name: CHANGED,
        data: writeSignal(signal),
      }));
      const calls = Array.from({ length: Math.ceil(events.length / BATCH) }, (_, call) =>
        events.slice(call * BATCH, (call + 1) * BATCH),
      );
      await inTurns(calls, async (batch) => verify(await pusher.triggerBatch(batch)));
    },
    async disconnect(workspaceId, userId) {
      // Pusher closes sockets only of users who signed in to it; ours did not. The tab is asked to leave,
      // cannot subscribe again, and nothing is sent to a disabled person.
      await verify(await pusher.trigger(channelOf(workspaceId, userId), DISMISSED, {}));
    },
    authorize: (socketId, channel) => ({ auth: pusher.authorizeChannel(socketId, channel).auth }),
    clientSettings: () => clientSettings(settings),
    async close() {
      agent.destroy();
    },
  };
}

function serverOptions({ appId, key, secret, ...where }: PusherSettings) {
  const account = { appId, key, secret };
  return "cluster" in where
    ? { ...account, cluster: where.cluster }
    : { ...account, host: where.host, port: where.port?.toString() };
}

/** Calls a few at a time, all of them, and then rejects if some failed. */
async function inTurns<T>(items: T[], call: (item: T) => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  const waiting = items.values();
  const worker = async () => {
    for (const item of waiting) await call(item).catch((fault) => faults.push(fault));
  };
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, worker));
  if (faults.length > 0)
    throw new Error(`${faults.length} of ${items.length} calls to the realtime server failed.`, {
      cause: reasonOf(faults[0]),
    });
}

/** Another server on the port answers 200 with a page, and the SDK calls that sent. Pusher answers with an object. */
async function verify(response: Pusher.Response): Promise<void> {
  const answer: unknown = await response.json().catch(() => null);
  if (typeof answer !== "object" || answer === null || Array.isArray(answer))
    throw new Error(`The realtime server answered ${response.status}, but not as a Pusher server does.`);
}

/** The SDK's error holds the signed address; only what it says goes into a log. */
function reasonOf(fault: unknown): string {
  if (!(fault instanceof Pusher.RequestError)) return fault instanceof Error ? fault.message : "unknown";
  return fault.status ? `status ${fault.status}` : "no connection";
}

function clientSettings(settings: PusherSettings): ClientSettings {
  const { key } = settings;
  return "cluster" in settings
    ? { key, cluster: settings.cluster }
    : { key, host: settings.host, port: settings.port, tls: settings.tls !== false };
}
