import { createHash } from "node:crypto";
import { z } from "zod";
import { findIdempotencyKeys } from "@/db/queries/idempotency";
import { AppError, type FieldError } from "@/lib/app-error";
import { CloudEvent, eventOf } from "@/lib/core/cloud-event";
import { type Context, type Idempotency, needScope } from "../context";
import { Replay, verb } from "../use-case";
import { acceptEvents } from "./accept-events";
import { refuseHeavy } from "./publish-batch";
import { refuseUnknownTopics } from "./publish-event";

interface Accepted {
  id: string;
  status: "accepted" | "scheduled";
}

/** Accepts one CloudEvent. `source` and `id` are its idempotency key, however it is sent: sent again, it is told once (C4). */
export const publishCloudEvent = verb({
  input: CloudEvent,
  may: needScope("events:write"),
  async run(ctx, cloudEvent): Promise<Accepted | Replay> {
    const event = eventOf(cloudEvent);
    const topics = await refuseUnknownTopics(ctx, [event], () => "/type");
    const idempotency = identityOf(cloudEvent);
    return acceptEvents({ ...ctx, idempotency }, [event], topics, ([one]) => ({ id: one!.id, status: one!.status }));
  },
});

/** Accepts up to 1,000 CloudEvents, all or nothing; of those that were sent before, the answer names what they became. */
export const publishCloudEvents = verb({
  input: z.array(CloudEvent).min(1).max(1000),
  may: needScope("events:write"),
  async run(ctx, cloudEvents): Promise<{ ids: string[] } | Replay> {
    const events = cloudEvents.map(eventOf);
    refuseHeavy(events, (index) => `/${index}/data`);
    const topics = await refuseUnknownTopics(ctx, events, (index) => `/${index}/type`);
    const identities = cloudEvents.map(identityOf);
    await refuseOthers(ctx, identities);
    // Handed over in one go, so that one transaction stores them all.
    const accepted = await Promise.all(
      events.map((event, index) =>
        acceptEvents({ ...ctx, idempotency: identities[index] }, [event], topics, ([one]) => ({
          id: one!.id,
          status: one!.status,
        })),
      ),
    );
    const ids = accepted.map((one) => (one instanceof Replay ? (JSON.parse(one.body) as Accepted) : one).id);
    const isReplay = accepted.every((one) => one instanceof Replay);
    return isReplay ? new Replay(202, JSON.stringify({ ids })) : { ids };
  },
});

/** Both parts in one name of fixed length: either may hold any character. */
function identityOf(cloudEvent: CloudEvent): Idempotency {
  const { source, id, ...rest } = cloudEvent;
  return {
    route: "cloudevents",
    key: hashOf([source, id]),
    fingerprint: hashOf(eventOf({ ...rest, source, id })),
  };
}

/** Before any is stored: the same identity with another content is a mistake, here or earlier. */
async function refuseOthers({ db, workspaceId }: Context, identities: readonly Idempotency[]): Promise<void> {
  const ids = identities.map(({ route, key }) => ({ workspaceId, route, key }));
  const known = new Map((await findIdempotencyKeys(db.read, ids)).map((row) => [row.key, row.fingerprint]));
  const errors: FieldError[] = [];
  for (const [index, { key, fingerprint }] of identities.entries()) {
    if ((known.get(key) ?? fingerprint) === fingerprint) known.set(key, fingerprint);
    else errors.push({ pointer: `/${index}/id`, detail: "This source sent another event with this id." });
  }
  if (errors.length > 0) throw new AppError("unprocessable", "Some ids belong to other events.", { errors });
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url");
}
