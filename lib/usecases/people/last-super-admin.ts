import type { Tx } from "@/db/database";
import { countSuperAdmins, findUser } from "@/db/queries/users";
import { AppError } from "@/lib/app-error";
import type { WorkspaceId } from "@/lib/core/workspace";

/** Throws a conflict where this person is the only super admin who can sign in: nobody could undo what follows. */
export async function keepOneSuperAdmin(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  const person = await findUser(tx, workspaceId, id);
  if (person?.role !== "super_admin" || person.deactivatedAt !== null) return;
  if ((await countSuperAdmins(tx, workspaceId)) > 1) return;
  throw new AppError("conflict", "This is the only super admin. Make somebody else one first.");
}
