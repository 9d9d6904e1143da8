import type { DecisionRow } from "@/db/queries/decisions";
import { EventInput } from "@/lib/core/event";
import { type Context, needRole, needScope } from "../context";
import { verb } from "../use-case";
import { rowOf } from "./accept-events";
import { decideChunk } from "./decide-chunk";
import { loadKnown } from "./load-known";
import { nextAudience } from "./next-audience";
import { refuseUnknownTopics } from "./publish-event";

/** Of a bigger audience the first in the order of their ids, and `truncated`. */
const MOST_PEOPLE = 1000;
/** As the setting is shipped. */
const ACTIVE_WINDOW = 60;

/** Decisions as `GET /events/{id}` would tell them, and nobody is told (api.md, Events). */
interface DryRun {
  status: "accepted" | "scheduled";
  due_at: string;
  decisions: { user: string; notification_id: null; channels: (DecisionRow["channels"][number] & { at: string })[] }[];
  truncated: boolean;
}

/**
 * What an event would do if it were posted and told now: the very planning of the worker, and nothing is written. A merge
 * window is not waited for, nor a `deliver_at`.
 */
export const dryRunEvent = verb({
  input: EventInput,
  may: (ctx) => (ctx.actor.kind === "key" ? needScope("events:write") : needRole("super_admin"))(ctx),
  async run(ctx, input): Promise<DryRun> {
    const { event, decided, next } = await planEventNow(ctx, input);
    const at = ctx.now.toISOString();
    // As they are listed once it is told: by the names of the recipients, those who are nobody here among them.
    const listed = decided.toSorted((a, b) => (a.userId < b.userId ? -1 : 1));
    return {
      status: event.status as DryRun["status"],
      due_at: event.dueAt.toISOString(),
      decisions: listed.map(({ userId, decision }) => ({
        user: userId,
        notification_id: null,
        channels: decision.map((one) => ({ ...one, at })),
      })),
      truncated: next !== null,
    };
  },
});

/** The plan of an event, as the worker would make it at this moment. Throws a 422 for a topic that does not exist. */
export async function planEventNow(ctx: Context, input: EventInput) {
  const { db, workspaceId, now, newId, activeWindowSeconds = ACTIVE_WINDOW } = ctx;
  const topics = await refuseUnknownTopics(ctx, [input], () => "/topic");
  const event = rowOf(ctx, input, topics.get(input.topic));
  const audience = await nextAudience(db.read, event, MOST_PEOPLE);
  const who = { events: [event], userIds: [...audience.routes.keys()] };
  const known = await loadKnown(db, workspaceId, who, { now, activeWindowSeconds });
  return decideChunk({ event, audience }, known, { now, newId });
}
