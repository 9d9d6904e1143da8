import { setImmediate as breathe } from "node:timers/promises";
import { channelOf, type Realtime } from "../signal";
import { CHANGED, writeSignal } from "../wire";
import type { Hub } from "./hub";
import { type Credentials, signSubscription } from "./signature";

/** A write to a socket takes about 0.1 ms; 5,000 in a row kept every request waiting for half a second. */
const WRITES_IN_A_ROW = 50;

/** Realtime inside this process: no account, no network (C20). Closing it leaves the hub to whoever made it. */
export function createEmbeddedRealtime(hub: Hub, credentials: Credentials): Realtime {
  return {
    async send(messages) {
      let written = 0;
      for (const { workspaceId, userId, signal } of messages) {
        written += hub.publish(channelOf(workspaceId, userId), CHANGED, writeSignal(signal));
        if (written < WRITES_IN_A_ROW) continue;
        written = 0;
        await breathe();
      }
    },
    async disconnect(workspaceId, userId) {
      hub.disconnect(channelOf(workspaceId, userId));
    },
    authorize: (socketId, channel) => ({ auth: signSubscription(credentials, socketId, channel) }),
    clientSettings: () => ({ key: credentials.key }),
    async close() {},
  };
}
