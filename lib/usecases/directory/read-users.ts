import { z } from "zod";
import { findUser, listUsers as list } from "@/db/queries/users";
import { needScope } from "../context";
import { openCursor, page } from "../cursor";
import { Paging } from "../paging";
import { found, verb } from "../use-case";
import { type UserView, userView } from "./user-view";

export const getUser = verb({
  input: z.strictObject({ id: z.string() }),
  may: needScope("directory:read"),
  async run({ db, workspaceId }, { id }): Promise<UserView> {
    return userView(found(await findUser(db.read, workspaceId, id), "user"));
  },
});

/** People in the order of their ids. */
export const listUsers = verb({
  input: z.strictObject(Paging),
  may: needScope("directory:read"),
  async run(ctx, { limit, cursor }): Promise<{ data: UserView[]; next_cursor: string | null }> {
    const rows = await list(ctx.db.read, ctx.workspaceId, openCursor(ctx, "users", cursor) ?? "", limit + 1);
    return page(ctx, "users", rows, { limit, position: (row) => row.id, view: userView });
  },
});
