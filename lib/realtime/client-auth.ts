import type { ChannelAuthorizationHandler } from "pusher-js";

const TIMEOUT_MS = 10_000;

/** Asks the app for leave to join a channel, by the session's cookie. A 401 or 403 is final; anything else may pass. */
export function askToListen(endpoint: string, onRefused: () => void): ChannelAuthorizationHandler {
  return async ({ socketId, channelName }, callback) => {
    try {
      const response = await fetch(endpoint, {
        method: "POST",
        credentials: "same-origin",
        body: new URLSearchParams({ socket_id: socketId, channel_name: channelName }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.status === 401 || response.status === 403) onRefused();
      if (!response.ok) throw new Error(`Leave to listen was answered with ${response.status}.`);
      callback(null, await response.json());
    } catch (fault) {
      callback(fault instanceof Error ? fault : new Error("Leave to listen could not be asked."), null);
    }
  };
}
