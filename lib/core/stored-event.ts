import type { BroadcastTerms } from "./broadcast";
import type { EventInput } from "./event";

/** What is kept of an event: as it was posted, or as Belfry posts a broadcast. */
export type StoredEvent = EventInput & { broadcast?: BroadcastTerms };
