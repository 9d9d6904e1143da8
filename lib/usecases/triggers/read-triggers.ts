import { z } from "zod";
import { findTrigger, latestRaisings, listTriggerRows, type TriggerRow } from "@/db/queries/triggers";
import type { TriggerView } from "@/lib/core/trigger-view";
import { everyTopic } from "../catalogue/known-topics";
import { type Context, needRole } from "../context";
import { found, verb } from "../use-case";
import { saidBy } from "./save-trigger";

/** All triggers, the oldest first, and when each was last met. */
export const listTriggers = verb({
  input: z.strictObject({}),
  may: needRole("super_admin"),
  async run(ctx): Promise<TriggerView[]> {
    return viewsOf(ctx, await listTriggerRows(ctx.db.read, ctx.workspaceId));
  },
});

export const readTrigger = verb({
  input: z.strictObject({ id: z.string().max(100) }),
  may: needRole("super_admin"),
  async run(ctx, { id }): Promise<TriggerView> {
    const row = found(await findTrigger(ctx.db.read, ctx.workspaceId, id), "trigger");
    const [view] = await viewsOf(ctx, [row]);
    return view!;
  },
});

async function viewsOf({ db, workspaceId }: Context, rows: readonly TriggerRow[]): Promise<TriggerView[]> {
  const keys = rows.flatMap(({ topic, raises }) => [topic, raises]);
  const [topics, latest] = await Promise.all([
    everyTopic(db, workspaceId, keys),
    latestRaisings(
      db.read,
      rows.map(({ id }) => id),
    ),
  ]);
  const nameOf = (key: string) => topics.get(key)?.name ?? key;
  return rows.map((row) => ({
    ...saidBy(row),
    id: row.id,
    on: row.offAt === null,
    topicName: nameOf(row.topic),
    raisesName: nameOf(row.raises),
    latestAt: latest.get(row.id)?.toISOString() ?? null,
  }));
}
