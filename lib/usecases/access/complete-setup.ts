import { z } from "zod";
import { countSuperAdmins } from "@/db/queries/users";
import { lockWorkspace, saveSetupToken } from "@/db/queries/workspaces";
import { AppError } from "@/lib/app-error";
import { foldEmail } from "@/lib/auth/email";
import { hashPassword } from "@/lib/auth/password";
import { hashSetupToken } from "@/lib/auth/setup-token";
import { recordAudit } from "../audit/record";
import { verb } from "../use-case";
import { makeSuperAdmin } from "./first-super-admin";
import { needGoodPassword } from "./password-input";

/**
 * Turns who holds the link of the first boot into the first super admin, once (S35). `not_found` when the link is not
 * the one, was used, or somebody else was quicker.
 */
export const completeSetup = verb({
  input: z.strictObject({
    token: z.string().min(1).max(200),
    name: z.string().trim().min(1, { error: "Enter your name." }).max(200),
    email: z
      .string()
      .transform(foldEmail)
      .pipe(z.email({ error: "Enter an email address." }).max(254)),
    password: z.string(),
  }),
  // The token is what admits: it is looked at where it is spent, under the workspace's lock.
  may: () => {},
  async run(ctx, { token, name, email, password }): Promise<{ id: string; email: string }> {
    needGoodPassword(password, [email, name]);
    const passwordHash = await hashPassword(password);
    return ctx.db.transact(async (tx) => {
      const workspace = await lockWorkspace(tx, ctx.workspaceId);
      const isOpen =
        workspace?.setupTokenHash === hashSetupToken(token) && (await countSuperAdmins(tx, ctx.workspaceId)) === 0;
      if (!isOpen) throw new AppError("not_found", "This link has been used, or a newer one was made.");
      const id = await makeSuperAdmin(tx, ctx, { email, name, passwordHash });
      await saveSetupToken(tx, ctx.workspaceId, null);
      await recordAudit(tx, ctx, { action: "setup.complete", target: id, after: { role: "super_admin" } });
      return { id, email };
    });
  },
});
