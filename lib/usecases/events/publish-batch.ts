import { z } from "zod";
import { AppError } from "@/lib/app-error";
import { EventInput } from "@/lib/core/event";
import { needScope } from "../context";
import { type Replay, verb } from "../use-case";
import { acceptEvents } from "./accept-events";
import { refuseUnknownTopics } from "./publish-event";

/** What one event may weigh, alone or in a batch; bytes of JSON (api.md, section 2). */
const MAX_EVENT_BYTES = 256 * 1024;

/** Accepts up to 1,000 events: all or nothing. */
export const publishBatch = verb({
  input: z.strictObject({ events: z.array(EventInput).min(1).max(1000) }),
  may: needScope("events:write"),
  async run(ctx, { events }): Promise<{ ids: string[] } | Replay> {
    refuseHeavy(events, (index) => `/events/${index}`);
    const topics = await refuseUnknownTopics(ctx, events, (index) => `/events/${index}/topic`);
    return acceptEvents(ctx, events, topics, (accepted) => ({ ids: accepted.map((event) => event.id) }));
  },
});

/** Throws `too_large`, and points at the first event that weighs more than one may alone. */
export function refuseHeavy(events: readonly EventInput[], pointer: (index: number) => string): void {
  for (const [index, event] of events.entries()) {
    // Only free-form parts can weigh: the rest is bounded far below by its schema.
    const heavy =
      (event.data && JSON.stringify(event.data).length > MAX_EVENT_BYTES / 4) || event.recipients.length > 500;
    if (heavy && Buffer.byteLength(JSON.stringify(event)) > MAX_EVENT_BYTES) {
      throw new AppError("too_large", `Event ${index} is over 256 KiB. Put what is large behind a link.`, {
        errors: [{ pointer: pointer(index), detail: "An event may weigh 256 KiB." }],
      });
    }
  }
}
