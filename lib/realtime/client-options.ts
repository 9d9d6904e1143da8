import type { ChannelAuthorizationHandler, Options } from "pusher-js";
import type { ClientSettings } from "./signal";

/** What pusher-js wants to know. Without a host or a cluster it goes back to where the page came from. */
export function clientOptions(settings: ClientSettings, customHandler: ChannelAuthorizationHandler): Options {
  const shared: Options = {
    cluster: settings.cluster ?? "",
    channelAuthorization: { customHandler } as Options["channelAuthorization"],
    // Only the socket: its fallbacks load scripts from elsewhere, and ours is to poll.
    enabledTransports: ["ws"],
    pongTimeout: 10_000,
  };
  if (settings.cluster && !settings.host) return { ...shared, forceTLS: true };

  const { host, port, tls } = settings.host ? settings : placeOf(globalThis.location);
  const defaultPort = tls === false ? 80 : 443;
  return {
    ...shared,
    wsHost: host,
    wsPort: port ?? defaultPort,
    wssPort: port ?? defaultPort,
    forceTLS: tls !== false,
  };
}

function placeOf({ hostname, port, protocol }: Location) {
  return { host: hostname, port: port === "" ? undefined : Number(port), tls: protocol === "https:" };
}
