import { countSuperAdmins } from "@/db/queries/users";
import { lockWorkspace, saveSetupToken } from "@/db/queries/workspaces";
import { newSetupToken } from "@/lib/auth/setup-token";
import type { Context } from "../context";

/**
 * A token for the link that makes the first super admin, while there is none; null when there is. A newer token closes
 * the link of the one before, so that a link in an old log opens nothing.
 */
export async function offerSetup(ctx: Context): Promise<string | null> {
  const { token, hash } = newSetupToken();
  return ctx.db.transact(async (tx) => {
    await lockWorkspace(tx, ctx.workspaceId);
    if ((await countSuperAdmins(tx, ctx.workspaceId)) > 0) return null;
    await saveSetupToken(tx, ctx.workspaceId, hash);
    return token;
  });
}
