import { z } from "zod";
import type { Tx } from "@/db/database";
import { findGroup, type GroupRow, listGroups as list, listMembers, type Member } from "@/db/queries/groups";
import { type Context, needScope } from "../context";
import { openCursor, page } from "../cursor";
import { Paging } from "../paging";
import { found, verb } from "../use-case";
import { type GroupView, groupView } from "./group-view";

/** A group with its members, by user id, in pages. */
export const getGroup = verb({
  input: z.strictObject({ id: z.string(), ...Paging }),
  may: needScope("directory:read"),
  run: async (ctx, { id, ...where }) =>
    groupPage(ctx.db.read, ctx, found(await findGroup(ctx.db.read, ctx.workspaceId, id), "group"), where),
});

/** One page of a group and its members, as `tx` sees them. */
export async function groupPage(
  tx: Tx,
  ctx: Context,
  row: GroupRow,
  { limit = 50, cursor }: { limit?: number; cursor?: string | undefined } = {},
): Promise<GroupView & { members: Member[]; next_cursor: string | null }> {
  const name = `members ${row.id}`;
  const after = openCursor(ctx, name, cursor) ?? "";
  const rows = await listMembers(tx, ctx.workspaceId, row.id, { after, limit: limit + 1 });
  const { data, next_cursor } = page(ctx, name, rows, { limit, position: (member) => member.user, view: same });
  return { ...groupView(row), members: data, next_cursor };
}

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
