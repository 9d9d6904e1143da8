import type { Database } from "@/db/database";
import { countSuperAdmins } from "@/db/queries/users";
import { findWorkspaceBySetupToken } from "@/db/queries/workspaces";
import type { WorkspaceId } from "@/lib/core/workspace";
import { hashSetupToken } from "./setup-token";

/** The workspace that a setup link opens; undefined for any other link, and once there is a super admin (S35). */
export async function findSetup(db: Database, token: string): Promise<WorkspaceId | undefined> {
  const workspace = await findWorkspaceBySetupToken(db.read, hashSetupToken(token));
  if (!workspace || (await countSuperAdmins(db.read, workspace.id)) > 0) return undefined;
  return workspace.id;
}
