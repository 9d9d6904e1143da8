import type { EventRow } from "@/db/queries/events";
import { isAppError } from "@/lib/app-error";
import { CHANNELS, type Channel } from "@/lib/core/channel";
import type { ChannelDecision } from "@/lib/core/decision";
import { MOST_LOST } from "@/lib/core/delivery";
import type { DecidedChunk } from "./decided-chunk";
import type { AudienceChunk } from "./next-audience";

/** Whether so many tries in a row came to nothing, since they killed their worker or threw, that nobody should try again (F14). */
export function isPoison({ unheard }: Pick<EventRow, "unheard">): boolean {
  return unheard > MOST_LOST;
}

/** Whether a try that ended so tells against what was tried: not where the database was away, or full. */
export function tellsAgainst(error: unknown): boolean {
  return !isAppError(error) || error.code !== "unavailable";
}

/** What the log says of it. */
export function exhausted(): Error {
  return new Error(`${MOST_LOST} tries came to nothing: it is given up.`);
}

/** Such an event, for its next people: decided without a look at what it says, and each decision tells why. */
export function givenUp(event: EventRow, { routes, unknown, next }: AudienceChunk, at: Date): DecidedChunk {
  const decided = [...routes.keys(), ...unknown].map((userId) => ({ userId, decision: GIVEN_UP, notification: null }));
  return { event, next, decided, window: 0, at };
}

/** Of what came to nothing each time. */
export const GIVEN_UP: readonly ChannelDecision[] = CHANNELS.map((channel) => failed(channel, "system"));

/**
 * Of an event that makes its templates use up more than they may: it would at each try (S12). What it would not have
 * gone out on anyway keeps its reason.
 */
export function overLimits(decision: readonly ChannelDecision[]): ChannelDecision[] {
  return decision.map((one) => (one.outcome === "suppressed" ? one : failed(one.channel, "event")));
}

function failed(channel: Channel, source: ChannelDecision["source"]): ChannelDecision {
  return { channel, outcome: "failed", reason: "attempts_exhausted", source };
}
