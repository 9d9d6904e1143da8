import { and, asc, count, eq, gt, inArray, isNull, ne } from "drizzle-orm";
import { foldText } from "@/lib/core/fold-text";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { forUpdate, gathered, unindexed } from "../dialects/behaviour";
import { isOneOfNamed, listOf, prepared } from "../dialects/prepared";
import { presence, users } from "../schema/directory";

/** Without what a search reads: that is made here, of the rest. */
export type UserRow = Omit<typeof users.$inferSelect, "searchText">;

/** Deactivated ones too; undefined for one of another workspace. */
export async function findUser(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<UserRow | undefined> {
  const [row] = await tx
    .select()
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), eq(users.id, id)));
  return row;
}

const lockedUser = prepared<{ workspaceId: string; id: string }>()((tx, value) =>
  forUpdate(
    tx
      .select({ id: users.id, role: users.role, permissions: users.permissions })
      .from(users)
      .where(and(eq(users.workspaceId, value("workspaceId")), eq(users.id, value("id")))),
  ),
);

/** What a person may, as it is now; whoever else locks them waits until the transaction ends. */
export async function lockUser(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<Pick<UserRow, "id" | "role" | "permissions"> | undefined> {
  const [row] = await lockedUser(tx, { workspaceId, id });
  return row;
}

/** Over all workspaces: email is unique, and names the workspace of who signs in. */
export async function findUserByEmail(tx: Tx, email: string): Promise<UserRow | undefined> {
  const [row] = await tx.select().from(users).where(eq(users.email, email.toLowerCase()));
  return row;
}

/** Up to `limit` people by id, after `after`; deactivated ones too. */
export async function listUsers(tx: Tx, workspaceId: WorkspaceId, after: string, limit: number): Promise<UserRow[]> {
  return tx
    .select()
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), gt(users.id, after)))
    .orderBy(asc(users.id))
    .limit(limit);
}

/** Refused by the database where the address is taken, in whichever workspace. */
export async function insertUser(tx: Tx, row: typeof users.$inferInsert): Promise<void> {
  await tx.insert(users).values({ ...row, ...searchTextOf(row) });
}

/** A change of name or address names both: what is found by is made of them. */
export async function updateUser(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  change: Partial<typeof users.$inferInsert>,
): Promise<void> {
  await tx
    .update(users)
    .set({ ...change, ...searchTextOf({ id, ...change }) })
    .where(and(eq(users.workspaceId, workspaceId), eq(users.id, id)));
}

/** What is found by is written with what it is made of; a change that names no name and address leaves it. */
function searchTextOf({ id, name, email }: { id: string; name?: string; email?: string }): { searchText?: string } {
  if (name === undefined || email === undefined) return {};
  return { searchText: foldText(`${name} ${email} ${id}`) };
}

/** Everything that hangs on the person goes with the row. */
export async function deleteUser(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<boolean> {
  const gone = await tx
    .delete(users)
    .where(and(eq(users.workspaceId, workspaceId), eq(users.id, id)))
    .returning({ id: users.id });
  return gone.length > 0;
}

/** Those who can sign in: one at least must stay. */
export async function countSuperAdmins(tx: Tx, workspaceId: WorkspaceId): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), eq(users.role, "super_admin"), isNull(users.deactivatedAt)));
  return row?.n ?? 0;
}

/** The ids of the super admins beside `userId` who can sign in; at most as many as an event may name. */
export async function listOtherSuperAdmins(tx: Tx, workspaceId: WorkspaceId, userId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.workspaceId, workspaceId),
        eq(users.role, "super_admin"),
        isNull(users.deactivatedAt),
        ne(users.id, userId),
      ),
    )
    .orderBy(asc(users.id))
    .limit(1000);
  return rows.map(({ id }) => id);
}

/** One person as deciding knows them; `activeAt` and `openAt` are in milliseconds, null where they never came. */
export type RecipientRow = Pick<UserRow, "id" | "email" | "name" | "role" | "permissions" | "timeZone"> & {
  isActive: boolean;
  activeAt: number | null;
  openAt: number | null;
};

const recipients = prepared<{ workspaceId: WorkspaceId; ids: unknown }>()((tx, value) => {
  const { id, email, name, role, permissions, timeZone, deactivatedAt } = users;
  return tx
    .select({
      all: gathered(
        id,
        email,
        name,
        role,
        permissions,
        timeZone,
        isNull(deactivatedAt),
        presence.activeAt,
        presence.openAt,
      ),
    })
    .from(users)
    .leftJoin(presence, and(eq(presence.workspaceId, users.workspaceId), eq(presence.userId, users.id)))
    .where(and(eq(users.workspaceId, value("workspaceId")), isOneOfNamed(users.id, value("ids"))));
});

/** The given people, all in one row: an event may be for thousands. Unknown ids are left out. */
export async function findRecipients(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<RecipientRow[]> {
  const [row] = await recipients(tx, { workspaceId, ids: listOf(ids) });
  const rows: GatheredRecipient[] = JSON.parse(row?.all ?? "[]");
  return rows.map(([id, email, name, role, permissions, timeZone, isActive, activeAt, openAt]) => ({
    id,
    email,
    name,
    role,
    permissions: jsonOf(permissions),
    timeZone,
    isActive: Boolean(isActive),
    activeAt: activeAt === null ? null : new Date(activeAt).getTime(),
    openAt: openAt === null ? null : new Date(openAt).getTime(),
  }));
}

type GatheredRecipient = [
  ...[id: string, email: string, name: string, role: UserRow["role"], permissions: string | string[]],
  ...[timeZone: string | null, isActive: boolean | number],
  ...[activeAt: number | string | null, openAt: number | string | null],
];

// SQLite keeps JSON as text, and so it stands among what is gathered.
function jsonOf(permissions: string | string[]): string[] {
  return typeof permissions === "string" ? JSON.parse(permissions) : permissions;
}

/** Of folded addresses, in no order; those of nobody here are left out. */
export async function findUserIdsByEmail(
  tx: Tx,
  workspaceId: WorkspaceId,
  emails: readonly string[],
): Promise<{ id: string; email: string }[]> {
  return tx
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(and(eq(unindexed(users.workspaceId), workspaceId), inArray(users.email, [...emails])));
}
