import { and, asc, count, eq, gt, inArray, isNull } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { forUpdate, isOneOf } from "../dialects/behaviour";
import { presence, users, workspaces } from "../schema/directory";
import { userSchedules } from "../schema/schedules";

export type UserRow = typeof users.$inferSelect;

export async function findUser(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<UserRow | undefined> {
  const [row] = await tx
    .select()
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), eq(users.id, id)));
  return row;
}

/** What a person may, as it is now; whoever else locks them waits until the transaction ends. */
export async function lockUser(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<Pick<UserRow, "id" | "role" | "permissions"> | undefined> {
  const [row] = await forUpdate(
    tx
      .select({ id: users.id, role: users.role, permissions: users.permissions })
      .from(users)
      .where(and(eq(users.workspaceId, workspaceId), eq(users.id, id))),
  );
  return row;
}

/** Over all workspaces: e-mail is unique, and names the workspace of who signs in. */
export async function findUserByEmail(tx: Tx, email: string): Promise<UserRow | undefined> {
  const [row] = await tx.select().from(users).where(eq(users.email, email.toLowerCase()));
  return row;
}

export async function listUsers(tx: Tx, workspaceId: WorkspaceId, after: string, limit: number): Promise<UserRow[]> {
  return tx
    .select()
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), gt(users.id, after)))
    .orderBy(asc(users.id))
    .limit(limit);
}

export async function insertUser(tx: Tx, row: typeof users.$inferInsert): Promise<void> {
  await tx.insert(users).values(row);
}

export async function updateUser(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  change: Partial<typeof users.$inferInsert>,
): Promise<void> {
  await tx
    .update(users)
    .set(change)
    .where(and(eq(users.workspaceId, workspaceId), eq(users.id, id)));
}

/** Everything that hangs on the person goes with the row. */
export async function deleteUser(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<boolean> {
  const gone = await tx
    .delete(users)
    .where(and(eq(users.workspaceId, workspaceId), eq(users.id, id)))
    .returning({ id: users.id });
  return gone.length > 0;
}

export async function countSuperAdmins(tx: Tx, workspaceId: WorkspaceId): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), eq(users.role, "super_admin"), isNull(users.deactivatedAt)));
  return row?.n ?? 0;
}

/** The given people, with when each was last active and wants to be reached, and in which zone their day runs. Unknown ids are left out. */
export async function findRecipients(tx: Tx, workspaceId: WorkspaceId, ids: readonly string[]) {
  return tx
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      role: users.role,
      permissions: users.permissions,
      timeZone: users.timeZone,
      deactivatedAt: users.deactivatedAt,
      activeAt: presence.activeAt,
      /** Null where the person never made one. */
      schedule: userSchedules,
    })
    .from(users)
    .leftJoin(presence, and(eq(presence.workspaceId, users.workspaceId), eq(presence.userId, users.id)))
    .leftJoin(userSchedules, and(eq(userSchedules.workspaceId, users.workspaceId), eq(userSchedules.userId, users.id)))
    .where(and(eq(users.workspaceId, workspaceId), isOneOf(users.id, ids)));
}

export async function findUserIdsByEmail(
  tx: Tx,
  workspaceId: WorkspaceId,
  emails: readonly string[],
): Promise<{ id: string; email: string }[]> {
  return tx
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), inArray(users.email, [...emails])));
}

export async function recordActivity(tx: Tx, workspaceId: WorkspaceId, userId: string, activeAt: Date): Promise<void> {
  await tx
    .insert(presence)
    .values({ workspaceId, userId, activeAt })
    .onConflictDoUpdate({ target: [presence.workspaceId, presence.userId], set: { activeAt } });
}

export async function clearActivity(tx: Tx, workspaceId: WorkspaceId, userId: string): Promise<void> {
  await tx.delete(presence).where(and(eq(presence.workspaceId, workspaceId), eq(presence.userId, userId)));
}

export type WorkspaceRow = typeof workspaces.$inferSelect;

export async function listWorkspaces(tx: Tx): Promise<WorkspaceRow[]> {
  return tx.select().from(workspaces).orderBy(asc(workspaces.createdAt), asc(workspaces.id));
}
