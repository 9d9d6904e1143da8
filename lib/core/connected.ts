import { CHANNELS, type Channel } from "./channel";

/** The channels that are always there: with no provider configured, email goes to the local outbox. */
export const BUILT_IN_CHANNELS: ReadonlySet<Channel> = new Set<Channel>(["bell", "popup", "browser", "email"]);

/** Those that reach a person through what the person, or somebody for them, connected. */
export const CONNECTED_CHANNELS = ["slack", "teams", "webhook", "push"] as const satisfies Channel[];

const known = new Map<string, ReadonlySet<Channel>>();

/** What can reach somebody who connected `own`: one set for all who connected the same, so that they share their plans. */
export function connectedWith(own: Iterable<Channel>): ReadonlySet<Channel> {
  const wanted = new Set(own);
  if (wanted.size === 0) return BUILT_IN_CHANNELS;
  const all = CHANNELS.filter((channel) => BUILT_IN_CHANNELS.has(channel) || wanted.has(channel));
  const name = all.join();
  const made = known.get(name) ?? new Set(all);
  known.set(name, made);
  return made;
}
