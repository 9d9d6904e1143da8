import { z } from "zod";
import { knownGroupIds } from "@/db/queries/groups";
import { findGroupsOf, replaceGroupsOf } from "@/db/queries/people";
import { findUser } from "@/db/queries/users";
import { AppError } from "@/lib/app-error";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { oneAtATime } from "../one-at-a-time";
import { found, verb } from "../use-case";

/** Says which groups a person is in, all at once. */
export const setPersonGroups = verb({
  input: z.strictObject({
    id: z.string(),
    groups: z.array(z.strictObject({ id: z.string(), main: z.boolean(), manager: z.boolean() })).max(500),
  }),
  may: needRole("super_admin"),
  async run(ctx, { id, groups }): Promise<void> {
    const { workspaceId } = ctx;
    const wanted = [...new Map(groups.map((group) => [group.id, group])).values()];
    await oneAtATime(ctx, async (tx) => {
      found(await findUser(tx, workspaceId, id), "person");
      const ids = wanted.map((group) => group.id);
      const known = ids.length > 0 ? await knownGroupIds(tx, workspaceId, ids) : new Set();
      if (ids.some((group) => !known.has(group)))
        throw new AppError("conflict", "One of these groups is gone. Reload the page.");
      const before = (await findGroupsOf(tx, workspaceId, [id])).get(id) ?? [];
      await replaceGroupsOf(tx, workspaceId, id, wanted);
      const audited = (of: typeof wanted) => ({ groups: of.map(({ id, main, manager }) => ({ id, main, manager })) });
      await recordAudit(tx, ctx, {
        action: "user.groups",
        target: id,
        before: audited(before),
        after: audited(wanted),
      });
    });
    // What they may see may have changed with their groups.
    ctx.tell?.(id, []);
  },
});
