import type { Channel } from "./channel";

/** What shares one destination's pace, order and failures: a channel, or one connection of it. */
export function laneOf(channel: Channel, connectionId: string | null): string {
  return connectionId === null ? channel : `${channel}:${connectionId}`;
}

/** The channel that a lane is of. */
export function channelOfLane(lane: string): Channel {
  const end = lane.indexOf(":");
  return (end === -1 ? lane : lane.slice(0, end)) as Channel;
}
