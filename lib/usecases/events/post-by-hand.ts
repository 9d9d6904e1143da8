import { EventInput } from "@/lib/core/event";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { Replay, verb } from "../use-case";
import { acceptEvents } from "./accept-events";
import { refuseUnknownTopics } from "./publish-event";

/** Accepts an event that a super admin wrote: it goes the way of any other, and the audit says whose it was. */
export const postByHand = verb({
  input: EventInput,
  may: needRole("super_admin"),
  async run(ctx, event): Promise<{ id: string }> {
    const topics = await refuseUnknownTopics(ctx, [event], () => "/topic");
    const accepted = await acceptEvents(ctx, [event], topics, ([one]) => ({ id: one!.id }));
    if (accepted instanceof Replay) throw new Error("Nobody gives a key by hand.");
    const { topic } = event;
    await ctx.db.transact((tx) =>
      recordAudit(tx, ctx, { action: "event.post", target: accepted.id, after: { topic } }),
    );
    return accepted;
  },
});
