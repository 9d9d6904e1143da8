/** Close codes of the Pusher protocol. 4000 to 4099: stay away; 4100 to 4199: come back later; 4200 to 4299: come back now. */
export const CLOSE = {
  goingAway: 1001,
  unknownKey: 4001,
  wrongProtocol: 4007,
  unauthorized: 4009,
  overCapacity: 4100,
  inactive: 4202,
  flood: 4301,
} as const;

export type ClientFrame =
  | { event: "ping" | "pong" | "other" }
  | { event: "subscribe"; channel: string; auth: string }
  | { event: "unsubscribe"; channel: string };

/** A frame for a client. `data` travels as text inside the frame, whatever it was (Pusher protocol 7). */
export function writeFrame(event: string, data: unknown, channel?: string): string {
  return JSON.stringify({ event, channel, data: typeof data === "string" ? data : JSON.stringify(data) });
}

/** What a client said, or null when it is no frame at all. */
export function readFrame(text: string): ClientFrame | null {
  const frame = asRecord(parse(text));
  if (!frame || typeof frame.event !== "string") return null;
  const { channel, auth } = asRecord(frame.data) ?? {};
  switch (frame.event) {
    case "pusher:ping":
      return { event: "ping" };
    case "pusher:pong":
      return { event: "pong" };
    case "pusher:subscribe":
      return { event: "subscribe", channel: asText(channel), auth: asText(auth) };
    case "pusher:unsubscribe":
      return { event: "unsubscribe", channel: asText(channel) };
    default:
      return { event: "other" };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : "";
}
