import type { Tx } from "@/db/database";
import { listOtherSuperAdmins } from "@/db/queries/users";
import { findWorkspace } from "@/db/queries/workspaces";
import { raiseOwn } from "../events/raise-own";
import type { Ended, Telling } from "./tell-of-transfer";

/** Reports an export of more rows than is set to the super admins who did not make it (R82). */
export async function reportIfLarge(tx: Tx, telling: Telling, made: Ended & { rows: number }): Promise<void> {
  const { id, workspaceId, fileName, rows, userId } = made;
  const most = (await findWorkspace(tx, workspaceId))?.largeExportRows ?? null;
  if (most === null || rows <= most) return;
  const others = await listOtherSuperAdmins(tx, workspaceId, userId);
  if (others.length === 0) return;
  await raiseOwn(
    tx,
    { ...telling, workspaceId },
    {
      topic: "exports.large",
      recipients: others.map((user) => ({ user })),
      actor: { user: userId },
      origin: "ui",
      subject: { type: "export", id, title: fileName },
      data: { file_name: fileName, rows },
    },
  );
}
