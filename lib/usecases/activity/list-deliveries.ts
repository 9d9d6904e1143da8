import { z } from "zod";
import { type ListedDelivery, listDeliveriesOf, listDeliveries as listRows } from "@/db/queries/activity";
import type { DeliveryView } from "@/lib/core/activity-view";
import { CHANNELS } from "@/lib/core/channel";
import { Instant } from "@/lib/core/instant";
import { everyTopic } from "../catalogue/known-topics";
import { type Context, needRole } from "../context";
import { Paging } from "../paging";
import { verb } from "../use-case";
import { deliveryView } from "./activity-view";
import { placeOf, placeText } from "./place";
import { walk } from "./walk";

const Filter = z.strictObject({
  person: z.string().max(128).optional(),
  topic: z.string().max(120).optional(),
  channel: z.enum(CHANNELS).optional(),
  state: z.enum(["pending", "sent", "failed", "suppressed", "cancelled"]).optional(),
  since: Instant.optional(),
  until: Instant.optional(),
});
type Filter = z.infer<typeof Filter>;

/** What left the building, or waits to, by person, topic, channel, state and time; newest first (U24). */
export const listDeliveries = verb({
  input: z.strictObject({ ...Paging, ...Filter.shape }),
  may: needRole("admin"),
  async run(ctx, { limit, cursor, ...filter }): Promise<{ rows: DeliveryView[]; nextCursor: string | null }> {
    const { rows, nextCursor } = await walk(
      ctx,
      `deliveries ${JSON.stringify(filter)}`,
      { limit, cursor },
      {
        ...(filter.person === undefined ? ofAll(ctx, filter) : ofPerson(ctx, filter.person)),
        isWanted: (row) => isWanted(row, filter),
      },
    );
    const topics = await everyTopic(ctx.db, ctx.workspaceId);
    return { rows: rows.map((row) => deliveryView(row, topics)), nextCursor };
  },
});

function ofAll({ db, workspaceId }: Context, { since, until }: Filter) {
  const start = until === undefined ? undefined : { at: new Date(until), id: "~" };
  return {
    portion: (from: string | undefined, limit: number) =>
      listRows(db.read, workspaceId, { before: from === undefined ? start : placeOf(from), limit }),
    positionOf: ({ createdAt, id }: ListedDelivery) => placeText({ at: createdAt, id }),
    isPast: ({ createdAt }: ListedDelivery) => since !== undefined && createdAt < new Date(since),
  };
}

function ofPerson({ db, workspaceId }: Context, person: string) {
  return {
    portion: (from: string | undefined, limit: number) => {
      const [eventId = "", lane = ""] = (from ?? "").split(" ");
      return listDeliveriesOf(db.read, workspaceId, person, { before: from ? { eventId, lane } : undefined, limit });
    },
    positionOf: ({ eventId, lane }: ListedDelivery) => `${eventId} ${lane}`,
  };
}

function isWanted(row: ListedDelivery, { topic, channel, state, since, until }: Filter): boolean {
  if (since !== undefined && row.createdAt < new Date(since)) return false;
  if (until !== undefined && row.createdAt > new Date(until)) return false;
  if (topic !== undefined && row.topic !== topic) return false;
  if (channel !== undefined && row.channel !== channel) return false;
  return state === undefined || row.state === state;
}
