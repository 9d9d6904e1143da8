import { z } from "zod";
import { CHANNEL_NAME } from "./admission";
import type { Limits } from "./limits";

export interface Publication {
  channel: string;
  event: string;
  data: string;
  exceptSocketId?: string;
}

export type Reading =
  | { readable: true; publications: Publication[] }
  | { readable: false; status: 400 | 413; error: string };

/** Reads what the official SDK posts: one event for up to 100 channels, or a batch of events for one each. */
export function readPublications(path: "/events" | "/batch_events", body: string, limits: Limits): Reading {
  const parsed = Body[path].safeParse(parse(body));
  if (!parsed.success) return { readable: false, status: 400, error: "The body is not what this path takes." };
  const { batch } = parsed.data;
  if (batch.length > limits.eventsPerBatch)
    return { readable: false, status: 400, error: `A batch may have ${limits.eventsPerBatch} events.` };
  if (batch.some(({ data }) => Buffer.byteLength(data) > limits.eventBytes))
    return { readable: false, status: 413, error: `An event's data may have ${limits.eventBytes} bytes.` };
  return { readable: true, publications: batch.flatMap(publications) };
}

const Channel = z.string().regex(CHANNEL_NAME);
const Event = z.object({ name: z.string().min(1).max(200), data: z.string(), socket_id: z.string().optional() });
const Single = Event.extend({ channel: Channel.optional(), channels: z.array(Channel).max(100).optional() });

const Body = {
  "/events": Single.transform((event) => ({ batch: [event] })),
  "/batch_events": z.object({ batch: z.array(Single) }),
};

function publications(event: z.infer<typeof Single>): Publication[] {
  const channels = event.channels ?? (event.channel === undefined ? [] : [event.channel]);
  return channels.map((channel) => ({
    channel,
    event: event.name,
    data: event.data,
    exceptSocketId: event.socket_id,
  }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
