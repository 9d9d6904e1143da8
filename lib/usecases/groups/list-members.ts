import { z } from "zod";
import { findGroup } from "@/db/queries/groups";
import { findMembers } from "@/db/queries/members";
import { MEMBER_KINDS, type MemberView } from "@/lib/core/group-view";
import { searchWords } from "@/lib/core/inbox-query";
import { needRole } from "../context";
import { openCursor, page } from "../cursor";
import { Paging } from "../paging";
import { found, verb } from "../use-case";

/** Who is in a group, by name. */
export const listMembers = verb({
  input: z.strictObject({
    id: z.string(),
    search: z.string().max(200).optional(),
    kind: z.enum(MEMBER_KINDS).optional(),
    ...Paging,
  }),
  may: needRole("super_admin"),
  async run(ctx, { id, search, kind, limit, cursor }) {
    const { db, workspaceId } = ctx;
    found(await findGroup(db.read, workspaceId, id), "group");
    const filter = { words: searchWords(search), kind };
    const name = `members ${JSON.stringify([id, filter])}`;
    const from = openCursor(ctx, name, cursor);
    const after = from === undefined ? undefined : JSON.parse(from);
    const rows = await findMembers(db.read, workspaceId, id, { ...filter, after, limit: limit + 1 });
    const { data, next_cursor } = page(ctx, name, rows, {
      limit,
      position: ({ searchText, id }) => JSON.stringify({ searchText, id }),
      view: ({ id, name, email, deactivatedAt, main, manager }): MemberView => ({
        id,
        name,
        email,
        main,
        manager,
        active: deactivatedAt === null,
      }),
    });
    return { rows: data, nextCursor: next_cursor };
  },
});
