import { z } from "zod";
import type { Tx } from "@/db/database";
import { findGroup } from "@/db/queries/groups";
import { deleteMember, findMember, saveMember } from "@/db/queries/members";
import { findUser } from "@/db/queries/users";
import { recordAudit } from "../audit/record";
import { type Context, needRole } from "../context";
import { oneAtATime } from "../one-at-a-time";
import { found, verb } from "../use-case";

const Who = z.strictObject({ group: z.string(), user: z.string() });
type Who = z.output<typeof Who>;

/** Adds one person to a group, or changes as what they are in it (R73, R90). */
export const setMember = verb({
  input: Who.extend({ main: z.boolean(), manager: z.boolean() }),
  may: needRole("super_admin"),
  async run(ctx, { group, user, ...wanted }): Promise<void> {
    await changeMember(ctx, { group, user }, wanted, (tx) =>
      saveMember(tx, ctx.workspaceId, group, { user, ...wanted }),
    );
  },
});

export const removeMember = verb({
  input: Who,
  may: needRole("super_admin"),
  async run(ctx, who): Promise<void> {
    await changeMember(ctx, who, null, (tx) => deleteMember(tx, ctx.workspaceId, who.group, who.user));
  },
});

/** One act on one membership, with its audit; what changes nothing is no act. */
async function changeMember(
  ctx: Context,
  { group, user }: Who,
  after: { main: boolean; manager: boolean } | null,
  write: (tx: Tx) => Promise<void>,
): Promise<void> {
  const { workspaceId } = ctx;
  await oneAtATime(ctx, async (tx) => {
    found(await findGroup(tx, workspaceId, group), "group");
    found(await findUser(tx, workspaceId, user), "person");
    const before = (await findMember(tx, workspaceId, group, user)) ?? null;
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    await write(tx);
    const audited = (of: typeof after) => of && { user, ...of };
    await recordAudit(tx, ctx, {
      action: "group.member",
      target: group,
      before: audited(before),
      after: audited(after),
    });
  });
  // What they may see may have changed with their groups.
  ctx.tell?.(user, []);
}
