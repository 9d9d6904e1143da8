import { z } from "zod";
import { lockWorkspace, saveSecondPersonFrom } from "@/db/queries/workspaces";
import { confirmPassword } from "../access/confirm-password";
import { recordAudit } from "../audit/record";
import { needRole, needUser } from "../context";
import { verb } from "../use-case";

const MOST = 10_000_000;

/** Says from how many people on a broadcast needs the yes of a second super admin (S32); null: never. */
export const saveSecondPerson = verb({
  input: z.strictObject({
    people: z
      .int({ error: "Use a whole number." })
      .min(1, { error: "Use 1 or more." })
      .max(MOST, { error: `Use ${MOST.toLocaleString("en")} at most.` })
      .nullable(),
    password: z.string(),
  }),
  may: needRole("super_admin"),
  async run(ctx, { people, password }): Promise<void> {
    needUser(ctx);
    await confirmPassword(ctx, password);
    await ctx.db.transact(async (tx) => {
      const before = (await lockWorkspace(tx, ctx.workspaceId))?.secondPersonFrom ?? null;
      if (before === people) return;
      await saveSecondPersonFrom(tx, ctx.workspaceId, people);
      await recordAudit(tx, ctx, {
        ...{ action: "settings.broadcasts", target: "second_person_from" },
        ...{ before: { people: before }, after: { people } },
      });
    });
  },
});
