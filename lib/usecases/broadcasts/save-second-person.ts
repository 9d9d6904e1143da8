import { z } from "zod";
import type { Tx } from "@/db/database";
import { listOtherSuperAdmins } from "@/db/queries/users";
import { lockWorkspace, saveSecondPersonRule, secondPersonRuleOf } from "@/db/queries/workspaces";
import { changedRule, fromWords, ruleAt, type SecondPersonRule } from "@/lib/core/second-person";
import { confirmPassword } from "../access/confirm-password";
import { recordAudit } from "../audit/record";
import { needRole, type UserContext } from "../context";
import { raiseOwn } from "../events/raise-own";
import { userVerb } from "../use-case";

const MOST = 10_000_000;

/**
 * Says from how many people on a broadcast needs the yes of a second super admin (S32); null: never. What would need it
 * less often holds a day later: every super admin is told, and can take it back by saving what holds. Answers the rule.
 */
export const saveSecondPerson = userVerb({
  input: z.strictObject({
    people: z
      .int({ error: "Use a whole number." })
      .min(1, { error: "Use 1 or more." })
      .max(MOST, { error: `Use ${MOST.toLocaleString("en")} at most.` })
      .nullable(),
    password: z.string(),
  }),
  may: needRole("super_admin"),
  async run(ctx, { people, password }): Promise<SecondPersonRule> {
    await confirmPassword(ctx, password);
    const rule = await ctx.db.transact(async (tx) => {
      const before = ruleAt(secondPersonRuleOf(await lockWorkspace(tx, ctx.workspaceId)), ctx.now);
      const after = changedRule(before, people, ctx.now);
      if (after.from === before.from && after.next?.from === before.next?.from) return before;
      await saveSecondPersonRule(tx, ctx.workspaceId, after);
      await recordAudit(tx, ctx, {
        action: "settings.broadcasts",
        target: "second_person_from",
        before: audited(before),
        after: audited(after),
      });
      if (after.next) await tellSuperAdmins(tx, ctx, { holds: after.from, wanted: after.next.from });
      return after;
    });
    ctx.wake();
    return rule;
  },
});

function audited({ from, next }: SecondPersonRule) {
  return { people: from, ...(next && { next: { people: next.from, at: next.at.toISOString() } }) };
}

/** Also the one who asked for it: perhaps somebody else did, at their desk. */
async function tellSuperAdmins(
  tx: Tx,
  ctx: UserContext,
  { holds, wanted }: Record<"holds" | "wanted", number | null>,
): Promise<void> {
  const { actor, workspaceId } = ctx;
  const all = [actor.id, ...(await listOtherSuperAdmins(tx, workspaceId, actor.id))];
  await raiseOwn(tx, ctx, {
    topic: "announcements.posted",
    origin: "ui",
    actor: { name: actor.name },
    recipients: all.map((user) => ({ user })),
    title: "Broadcasts will need a second person less often",
    body:
      `${actor.name} asked that a broadcast needs the yes of a second super admin ${fromWords(wanted)}, instead of ` +
      `${fromWords(holds)}. It holds in 24 hours, unless one of you saves what holds now again.`,
    url: "/admin/broadcasts",
  });
}
