import { z } from "zod";
import { EventInput } from "./event";
import { Instant } from "./instant";

/**
 * An event as CloudEvents 1.0 writes it (C4): `type` is the topic, `data` the rest of what `POST /events` takes. `source` and
 * `id` together say that it is the same one again. Extensions may come along; nothing is made of them.
 */
export const CloudEvent = z.looseObject({
  specversion: z.literal("1.0"),
  id: z.string().min(1).max(255),
  source: z.string().min(1).max(2048),
  type: EventInput.shape.topic,
  time: Instant.optional(),
  subject: z.string().max(2048).optional(),
  dataschema: z.string().max(2048).optional(),
  datacontenttype: z
    .string()
    .regex(/^application\/json\s*(;|$)/i, "The data is JSON: use application/json, or leave this out.")
    .optional(),
  data: EventInput.omit({ topic: true }),
});
export type CloudEvent = z.output<typeof CloudEvent>;

/** What it says, in our own words: its time is when it happened, unless its data knows better. */
export function eventOf({ type, time, data }: CloudEvent): EventInput {
  return { topic: type, ...data, occurred_at: data.occurred_at ?? time };
}
