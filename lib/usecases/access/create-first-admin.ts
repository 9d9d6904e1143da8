import { countSuperAdmins } from "@/db/queries/users";
import { lockWorkspace, saveSetupToken } from "@/db/queries/workspaces";
import { foldEmail } from "@/lib/auth/email";
import { hashPassword } from "@/lib/auth/password";
import { recordAudit } from "../audit/record";
import type { Context } from "../context";
import { makeSuperAdmin } from "./first-super-admin";

/** Makes the super admin that the settings name, when there is none (api.md, section 1). True when it did. */
export async function createFirstAdmin(ctx: Context, typedEmail: string, password: string): Promise<boolean> {
  if ((await countSuperAdmins(ctx.db.read, ctx.workspaceId)) > 0) return false;
  const email = foldEmail(typedEmail);
  const passwordHash = await hashPassword(password);
  return ctx.db.transact(async (tx) => {
    await lockWorkspace(tx, ctx.workspaceId);
    if ((await countSuperAdmins(tx, ctx.workspaceId)) > 0) return false;
    const id = await makeSuperAdmin(tx, ctx, { email, name: nameOf(email), passwordHash });
    await saveSetupToken(tx, ctx.workspaceId, null);
    await recordAudit(tx, ctx, { action: "setup.complete", target: id, after: { role: "super_admin" } });
    return true;
  });
}

/** `Ada Lovelace` of ada.lovelace@example.com: a first guess that its owner can mend. */
function nameOf(email: string): string {
  const words = email.slice(0, email.lastIndexOf("@")).split(/[^\p{L}\p{N}]+/u);
  return (
    words
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(" ")
      .trim() || email
  );
}
