import type { BroadcastTerms } from "./broadcast";
import type { EventInput } from "./event";

/** Why Belfry raised an event: the trigger that another event met (R85). */
interface Cause {
  event: string;
  /** The trigger's id, and its name then. */
  trigger: string;
  name: string;
  /** How many events follow from one another, this one counted. */
  depth: number;
}

/** What is kept of an event: as it was posted, or as Belfry posts a broadcast or raises what a trigger asks for. */
export type StoredEvent = EventInput & { broadcast?: BroadcastTerms; cause?: Cause };
