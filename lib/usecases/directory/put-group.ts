import { z } from "zod";
import type { Tx } from "@/db/database";
import {
  findGroup,
  type GroupRow,
  knownUserIds,
  deleteGroup as remove,
  replaceMembers,
  saveGroup,
} from "@/db/queries/groups";
import { AppError } from "@/lib/app-error";
import { ExternalId } from "@/lib/core/event";
import { recordAudit } from "../audit/record";
import { type Context, needScope } from "../context";
import { oneAtATime } from "../one-at-a-time";
import { found, verb } from "../use-case";
import { type GroupView, groupView } from "./group-view";
import { groupPage } from "./read-groups";

/** Makes a group or renames it; its members stay. */
export const putGroup = verb({
  input: z.strictObject({ id: ExternalId, name: z.string().trim().min(1, "Give it a name.").max(200) }),
  may: needScope("directory:write"),
  async run(ctx, { id, name }): Promise<GroupView> {
    const { workspaceId, now } = ctx;
    return oneAtATime(ctx, async (tx) => {
      const current = await findGroup(tx, workspaceId, id);
      await needKnown(tx, ctx, current);
      const row = { workspaceId, id, name, createdAt: current?.createdAt ?? now, updatedAt: now };
      await saveGroup(tx, row);
      const before = current && { name: current.name };
      await recordAudit(tx, ctx, {
        action: current ? "group.update" : "group.create",
        target: id,
        before,
        after: { name },
      });
      return groupView(row);
    });
  },
});

/** Says who is in a group, all at once: who is not named is out. */
export const putMembers = verb({
  input: z.strictObject({
    id: ExternalId,
    members: z
      .array(z.strictObject({ user: ExternalId, main: z.boolean().default(true), manager: z.boolean().default(false) }))
      .max(100_000),
  }),
  may: needScope("directory:write"),
  async run(ctx, { id, members }): Promise<{ members: number }> {
    const { workspaceId } = ctx;
    const unique = [...new Map(members.map((member) => [member.user, member])).values()];
    await oneAtATime(ctx, async (tx) => {
      await needKnown(tx, ctx, found(await findGroup(tx, workspaceId, id), "group"));
      await refuseUnknown(
        members,
        await knownUserIds(
          tx,
          workspaceId,
          unique.map((member) => member.user),
        ),
      );
      await replaceMembers(tx, workspaceId, id, unique);
      await recordAudit(tx, ctx, { action: "group.members", target: id, after: { members: unique.length } });
    });
    return { members: unique.length };
  },
});

export const deleteGroup = verb({
  input: z.strictObject({ id: z.string() }),
  may: needScope("directory:write"),
  async run(ctx, { id }): Promise<void> {
    await oneAtATime(ctx, async (tx) => {
      const current = found(await findGroup(tx, ctx.workspaceId, id), "group");
      await needKnown(tx, ctx, current);
      await remove(tx, ctx.workspaceId, id);
      await recordAudit(tx, ctx, { action: "group.delete", target: id, before: { name: current.name } });
    });
  },
});

/** Of `If-Match`: a group is what `GET /groups/{id}` answers, its members with it (C7). */
async function needKnown(tx: Tx, ctx: Context, group: GroupRow | undefined): Promise<void> {
  if (ctx.precondition) ctx.precondition(group && (await groupPage(tx, ctx, group)));
}

function refuseUnknown(members: readonly { user: string }[], known: ReadonlySet<string>): void {
  const errors = members
    .flatMap(({ user }, index) =>
      known.has(user)
        ? []
        : [{ pointer: `/members/${index}/user`, detail: "There is no such person. PUT them first." }],
    )
    .slice(0, 100);
  if (errors.length > 0) throw new AppError("unprocessable", "Some members are not known here.", { errors });
}
