import type { EventRow } from "@/db/queries/events";
import { CHANNELS } from "@/lib/core/channel";
import type { ChannelDecision } from "@/lib/core/decision";
import { MOST_LOST } from "@/lib/core/delivery";
import type { DecidedChunk } from "./decided-chunk";
import type { AudienceChunk } from "./next-audience";

/** Whether so many workers in a row were killed over it that nobody should try again (F14). */
export function isPoison({ unheard }: Pick<EventRow, "unheard">): boolean {
  return unheard > MOST_LOST;
}

/** Such an event, for its next people: decided without a look at what it says, and each decision tells why. */
export function givenUp(event: EventRow, { routes, unknown, next }: AudienceChunk, at: Date): DecidedChunk {
  const decided = [...routes.keys(), ...unknown].map((userId) => ({ userId, decision: GIVEN_UP, notification: null }));
  return { event, next, decided, window: 0, at };
}

/** Of what its workers were killed over. */
export const GIVEN_UP = givenUpBy("system");
/** Of an event that makes its templates use up more than they may: it would at each try (S12). */
export const OVER_LIMITS = givenUpBy("event");

function givenUpBy(source: ChannelDecision["source"]): ChannelDecision[] {
  return CHANNELS.map((channel) => ({ channel, outcome: "failed", reason: "attempts_exhausted", source }));
}
