import { z } from "zod";
import { findGroup, listGroups as list, listMembers, type Member } from "@/db/queries/groups";
import { needScope } from "../context";
import { openCursor, page } from "../cursor";
import { Paging } from "../paging";
import { found, verb } from "../use-case";
import { type GroupView, groupView } from "./group-view";

/** A group with its members, by user id, in pages. */
export const getGroup = verb({
  input: z.strictObject({ id: z.string(), ...Paging }),
  may: needScope("directory:read"),
  async run(ctx, { id, limit, cursor }): Promise<GroupView & { members: Member[]; next_cursor: string | null }> {
    const { db, workspaceId } = ctx;
    const row = found(await findGroup(db.read, workspaceId, id), "group");
    const name = `members ${id}`;
    const rows = await listMembers(db.read, workspaceId, id, openCursor(ctx, name, cursor) ?? "", limit + 1);
    const { data, next_cursor } = page(ctx, name, rows, { limit, position: (member) => member.user, view: same });
    return { ...groupView(row), members: data, next_cursor };
  },
});

export const listGroups = verb({
  input: z.strictObject(Paging),
  may: needScope("directory:read"),
  async run(ctx, { limit, cursor }): Promise<{ data: GroupView[]; next_cursor: string | null }> {
    const rows = await list(ctx.db.read, ctx.workspaceId, openCursor(ctx, "groups", cursor) ?? "", limit + 1);
    return page(ctx, "groups", rows, { limit, position: (row) => row.id, view: groupView });
  },
});

function same(member: Member): Member {
  return member;
}
