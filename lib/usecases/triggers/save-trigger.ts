import type { Tx } from "@/db/database";
import { knownGroupIds } from "@/db/queries/groups";
import { listTopics } from "@/db/queries/topics";
import {
  changeTrigger as change,
  findTrigger,
  insertTrigger,
  listTriggerRows,
  type TriggerRow,
} from "@/db/queries/triggers";
import { AppError, type FieldError } from "@/lib/app-error";
import { TriggerChange, TriggerInput } from "@/lib/core/trigger-input";
import { loopOf } from "@/lib/core/trigger-loop";
import type { WorkspaceId } from "@/lib/core/workspace";
import { recordAudit } from "../audit/record";
import { type Context, needRole } from "../context";
import { oneAtATime } from "../one-at-a-time";
import { found, verb } from "../use-case";
import { forgetTriggers } from "./known-triggers";

/** Makes a trigger, which is on from the next event. What would close a loop is a 422 that names it (R85). */
export const createTrigger = verb({
  input: TriggerInput,
  may: needRole("super_admin"),
  async run(ctx, said): Promise<{ id: string }> {
    const { db, workspaceId, now } = ctx;
    const id = ctx.newId("trg");
    await oneAtATime(ctx, async (tx) => {
      await refuseFaulty(tx, workspaceId, said, null);
      await insertTrigger(tx, { id, workspaceId, ...said, createdAt: now, createdBy: makerOf(ctx), offAt: null });
      await recordAudit(tx, ctx, { action: "trigger.create", target: id, after: said });
    });
    forgetTriggers(db, workspaceId);
    return { id };
  },
});

/** Puts what is said in the place of what it was; on stays on, and off stays off. */
export const changeTrigger = verb({
  input: TriggerChange,
  may: needRole("super_admin"),
  async run(ctx, { id, ...said }): Promise<void> {
    const { db, workspaceId } = ctx;
    await oneAtATime(ctx, async (tx) => {
      const stored = found(await findTrigger(tx, workspaceId, id), "trigger");
      await refuseFaulty(tx, workspaceId, said, stored);
      await change(tx, workspaceId, id, said);
      await recordAudit(tx, ctx, { action: "trigger.update", target: id, before: saidBy(stored), after: said });
    });
    forgetTriggers(db, workspaceId);
  },
});

function makerOf({ actor }: Context): string | null {
  return actor.kind === "user" ? actor.id : null;
}

/** A trigger without what is stored beside it. */
export function saidBy({ name, topic, condition, raises, relations, groups }: TriggerRow): TriggerInput {
  return { name, topic, condition, raises, relations, groups };
}

/** Throws a 422 where it closes a ring with those that are on. */
export async function refuseLoop(tx: Tx, workspaceId: WorkspaceId, said: TriggerInput, id: string | null) {
  const rows = await listTriggerRows(tx, workspaceId);
  const others = rows.filter((row) => row.id !== id && row.offAt === null);
  const loop = loopOf(others, said);
  if (!loop) return;
  const detail = `This closes a loop: ${loop.join(" → ")}. It would never end.`;
  throw new AppError("unprocessable", detail, { errors: [{ pointer: "/raises", detail }] });
}

async function refuseFaulty(tx: Tx, workspaceId: WorkspaceId, said: TriggerInput, stored: TriggerRow | null) {
  const topics = new Map((await listTopics(tx, workspaceId)).map((topic) => [topic.key, topic]));
  const groups = said.groups.length > 0 ? await knownGroupIds(tx, workspaceId, said.groups) : new Set();
  const errors: FieldError[] = [];
  for (const part of ["topic", "raises"] as const) {
    if (!topics.has(said[part])) errors.push({ pointer: `/${part}`, detail: `There is no topic ${said[part]}.` });
  }
  const raised = topics.get(said.raises);
  if (raised?.strict && said.groups.length > 0) {
    const detail = `${raised.name} tells only these relations: ${raised.audience.join(", ")}. A group has none.`;
    errors.push({ pointer: "/groups", detail });
  }
  for (const [index, group] of said.groups.entries()) {
    if (!groups.has(group)) errors.push({ pointer: `/groups/${index}`, detail: `There is no group ${group}.` });
  }
  if (errors.length > 0) throw new AppError("unprocessable", "Some fields cannot be accepted: see errors.", { errors });
  if (!stored?.offAt) await refuseLoop(tx, workspaceId, said, stored?.id ?? null);
}
