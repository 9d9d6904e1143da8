import { z } from "zod";
import { countPeople, findGroupsOf, listPeople as list, type PeopleFilter } from "@/db/queries/people";
import { searchWords } from "@/lib/core/inbox-query";
import type { PersonView } from "@/lib/core/person-view";
import { hasRole, ROLES } from "@/lib/core/role";
import { type Context, needRole } from "../context";
import { openCursor, page } from "../cursor";
import { Paging } from "../paging";
import { verb } from "../use-case";

export const PeopleQuery = z.strictObject({
  search: z.string().max(200).optional(),
  role: z.enum(ROLES).optional(),
  status: z.enum(["active", "inactive"]).optional(),
  /** Id of a group. */
  group: z.string().max(200).optional(),
});

/** People by name, and how many there are. Admins see those of the groups that they manage (R90). */
export const listPeople = verb({
  input: PeopleQuery.extend(Paging),
  may: needRole("admin"),
  async run(ctx, { limit, cursor, ...query }) {
    const { db, workspaceId } = ctx;
    const filter = filterOf(ctx, query);
    const name = `people ${JSON.stringify(filter)}`;
    const from = openCursor(ctx, name, cursor);
    const after = from === undefined ? undefined : JSON.parse(from);
    const [rows, total] = await Promise.all([
      list(db.read, workspaceId, filter, { after, limit: limit + 1 }),
      cursor === undefined ? countPeople(db.read, workspaceId, filter) : null,
    ]);
    const groups = await findGroupsOf(
      db.read,
      workspaceId,
      rows.map(({ id }) => id),
    );
    const { data, next_cursor } = page(ctx, name, rows, {
      limit,
      position: ({ searchText, id }) => JSON.stringify({ searchText, id }),
      view: ({ id, name, email, role, deactivatedAt }): PersonView => ({
        id,
        name,
        email,
        role,
        active: deactivatedAt === null,
        groups: groups.get(id) ?? [],
      }),
    });
    return { rows: data, total, nextCursor: next_cursor };
  },
});

/** Whom a question is about, as far as who asks may see. */
export function filterOf({ actor }: Context, query: z.infer<typeof PeopleQuery>): PeopleFilter {
  const { search, role, status, group } = query;
  const isAdminOnly = actor.kind === "user" && !hasRole(actor.role, "super_admin");
  return {
    words: searchWords(search),
    role,
    group,
    active: status && status === "active",
    managedBy: isAdminOnly ? actor.id : undefined,
  };
}
