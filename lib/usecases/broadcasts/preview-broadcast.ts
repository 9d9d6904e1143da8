import { setImmediate as turn } from "node:timers/promises";
import { z } from "zod";
import { BroadcastReach } from "@/lib/core/broadcast-input";
import type { AudiencePreview, BroadcastPreview } from "@/lib/core/broadcast-preview";
import { asBroadcast, BROADCASTS } from "@/lib/core/broadcast-topic";
import type { Reason } from "@/lib/core/channel";
import { planEvent } from "@/lib/core/fan-out";
import { whyNot } from "@/lib/core/why-not";
import { knownTopics } from "../catalogue/known-topics";
import { connectable } from "../connections/load-connected";
import type { Context } from "../context";
import { loadPeople } from "../events/load-people";
import { nextAudience } from "../events/next-audience";
import { verb } from "../use-case";
import { broadcastEvent } from "./broadcast-event";
import { cleanBody } from "./clean-body";
import { mayBroadcast, refuseAudience } from "./may-broadcast";
import { approversOf } from "./second-person";
import { sizeOf } from "./size-of";

/** How many are looked at, and how many at once. The rest of a larger audience is counted, but not asked about. */
const LOOKED_AT = 20_000;
const AT_ONCE = 1000;

/** Who would get a broadcast, who would not and why, and what its words would be. Writes nothing (U22). */
export const previewBroadcast = verb({
  input: z.strictObject({
    ...BroadcastReach,
    groups: BroadcastReach.groups.or(z.tuple([])),
    body: z.string().max(20_000),
  }),
  may: mayBroadcast,
  async run(ctx, { groups, email, urgency, body }): Promise<BroadcastPreview> {
    await refuseAudience(ctx, groups);
    return { ...cleanBody(body), audience: await previewAudience(ctx, { audience: groups, email, urgency }) };
  },
});

type Reach = Pick<Parameters<typeof broadcastEvent>[1], "audience" | "email" | "urgency">;

async function previewAudience(ctx: Context, reach: Reach): Promise<AudiencePreview> {
  const { db, workspaceId, actor, now } = ctx;
  const known = (await knownTopics(db, workspaceId)).get(BROADCASTS);
  if (!known) throw new Error("The catalogue has no topic for broadcasts.");
  const topic = asBroadcast(known, reach);
  const makerId = actor.kind === "user" ? actor.id : null;
  const event = broadcastEvent(ctx, {
    ...reach,
    id: "",
    makerId,
    sender: "",
    title: "",
    body: "",
    url: null,
    test: false,
  });
  const plans = planEvent({ event: event.payload, topic });
  const people = await sizeOf(db.read, workspaceId, reach.audience);
  const sum = { people, checked: 0, reached: 0, byEmail: 0 };
  const reasons = new Map<Reason, number>();
  let cursor: string | null = null;
  do {
    const { routes, next }: Awaited<ReturnType<typeof nextAudience>> = await nextAudience(
      db.read,
      { ...event, cursor },
      AT_ONCE,
    );
    const asked = await loadPeople(db.read, workspaceId, {
      userIds: [...routes.keys()],
      topics: [topic.key],
      channels: connectable([topic]),
      groupIds: [],
      now,
      activeWindowSeconds: 0,
    });
    for (const [id, person] of asked) {
      const plan = plans.decide({ ...person, routes: routes.get(id)! });
      sum.checked += 1;
      const reason = whyNot(plan.decision);
      if (plan.notify) sum.reached += 1;
      else reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      if (plan.decision.some(({ channel, outcome }) => channel === "email" && outcome === "pending")) sum.byEmail += 1;
    }
    cursor = next;
    await turn();
  } while (cursor !== null && sum.checked < LOOKED_AT);
  const most = [...reasons].sort(([, a], [, b]) => b - a);
  const wanted = { makerId, audience: reach.audience, people, at: now };
  const secondPerson = (await approversOf(db.read, workspaceId, wanted)) !== null;
  return { ...sum, secondPerson, reasons: most.map(([reason, people]) => ({ reason, people })) };
}
