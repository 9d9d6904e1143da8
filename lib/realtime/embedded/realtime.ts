import { channelOf, type Realtime } from "../signal";
import { CHANGED, writeSignal } from "../wire";
import type { Hub } from "./hub";
import { type Credentials, signSubscription } from "./signature";

/** Realtime inside this process: no account, no network (C20). Closing it leaves the hub to whoever made it. */
export function createEmbeddedRealtime(hub: Hub, credentials: Credentials): Realtime {
  return {
    async send(messages) {
      for (const { workspaceId, userId, signal } of messages)
        hub.publish(channelOf(workspaceId, userId), CHANGED, writeSignal(signal));
    },
    async disconnect(workspaceId, userId) {
      hub.disconnect(channelOf(workspaceId, userId));
    },
    authorize: (socketId, channel) => ({ auth: signSubscription(credentials, socketId, channel) }),
    clientSettings: () => ({ key: credentials.key }),
    async close() {},
  };
}
