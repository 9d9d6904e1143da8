import type { Tx } from "@/db/database";
import { findConnected } from "@/db/queries/connections";
import { type Channel, MEDIUM_OF } from "@/lib/core/channel";
import { BUILT_IN_CHANNELS, CONNECTED_CHANNELS, connectedWith } from "@/lib/core/connected";
import type { Topic } from "@/lib/core/topic";
import type { WorkspaceId } from "@/lib/core/workspace";

/** What can deliver to one person, and the connections by channel that it does it through; oldest first. */
export interface Reach {
  connected: ReadonlySet<Channel>;
  connections: ReadonlyMap<Channel, readonly string[]>;
}

export const NO_REACH: Reach = { connected: BUILT_IN_CHANNELS, connections: new Map() };

/** The channels of which somebody's connections matter: those that some of the topics offer. */
export function connectable(topics: Iterable<Topic | undefined>): Channel[] {
  const media = new Set([...topics].flatMap((topic) => topic?.media ?? []));
  return CONNECTED_CHANNELS.filter((channel) => media.has(MEDIUM_OF[channel]));
}

/** How people can be reached, with one query however many they are. Who connected nothing is missing from the answer. */
export async function loadConnected(
  tx: Tx,
  workspaceId: WorkspaceId,
  channels: readonly Channel[],
  userIds: readonly string[],
): Promise<Map<string, Reach>> {
  const found = new Map<string, Map<Channel, string[]>>();
  for (const { id, userId, channel } of await findConnected(tx, workspaceId, channels, userIds)) {
    const own = found.get(userId!) ?? new Map<Channel, string[]>();
    found.set(userId!, own.set(channel, [...(own.get(channel) ?? []), id]));
  }
  return new Map(
    [...found].map(([id, connections]) => [id, { connected: connectedWith(connections.keys()), connections }]),
  );
}

/** What can deliver to one person. */
export async function connectedOf(tx: Tx, workspaceId: WorkspaceId, userId: string): Promise<ReadonlySet<Channel>> {
  const found = await loadConnected(tx, workspaceId, CONNECTED_CHANNELS, [userId]);
  return (found.get(userId) ?? NO_REACH).connected;
}
