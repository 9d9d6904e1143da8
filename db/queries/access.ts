import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { apiKeys, apps, rateWindows } from "../schema/access";

export type ApiKeyRow = typeof apiKeys.$inferSelect;

/** A key with its app's limit: requests a minute, null for none. */
export type KnownKey = ApiKeyRow & { rateLimit: number | null };

/** Of any workspace: the key says which one asks. Revoked and expired ones too; undefined for no key of ours. */
export async function findApiKeyByHash(tx: Tx, hash: string): Promise<KnownKey | undefined> {
  const [row] = await tx
    .select({ key: apiKeys, rateLimit: apps.rateLimit })
    .from(apiKeys)
    .innerJoin(apps, eq(apps.id, apiKeys.appId))
    .where(eq(apiKeys.hash, hash));
  return row && { ...row.key, rateLimit: row.rateLimit };
}

/** Counts one more request of an app in the minute that began at `startedAt`; answers how many there were. */
export async function countRequest(tx: Tx, appId: string, startedAt: Date): Promise<number> {
  const used = sql<number>`case when ${rateWindows.startedAt} = excluded.started_at then ${rateWindows.used} + 1 else 1 end`;
  const [row] = await tx
    .insert(rateWindows)
    .values({ appId, startedAt, used: 1 })
    .onConflictDoUpdate({ target: rateWindows.appId, set: { used, startedAt: sql`excluded.started_at` } })
    .returning({ used: rateWindows.used });
  return row!.used;
}

/** It can post once it has a key. */
export async function insertApp(tx: Tx, row: typeof apps.$inferInsert): Promise<void> {
  await tx.insert(apps).values(row);
}

/** False when there is no such app. */
export async function updateApp(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  set: Partial<Pick<typeof apps.$inferInsert, "name" | "icon" | "rateLimit">>,
): Promise<boolean> {
  const changed = await tx
    .update(apps)
    .set(set)
    .where(and(eq(apps.workspaceId, workspaceId), eq(apps.id, id)))
    .returning({ id: apps.id });
  return changed.length > 0;
}

/** The app of exactly that name; undefined where there is none. */
export async function findAppByName(tx: Tx, workspaceId: WorkspaceId, name: string) {
  const [row] = await tx
    .select()
    .from(apps)
    .where(and(eq(apps.workspaceId, workspaceId), eq(apps.name, name)));
  return row;
}

/** All of a workspace, in no order. */
export async function listApps(tx: Tx, workspaceId: WorkspaceId) {
  return tx.select().from(apps).where(eq(apps.workspaceId, workspaceId));
}

/** Undefined for one of another workspace. */
export async function findApp(tx: Tx, workspaceId: WorkspaceId, id: string) {
  const [row] = await tx
    .select()
    .from(apps)
    .where(and(eq(apps.workspaceId, workspaceId), eq(apps.id, id)));
  return row;
}

/** The keys of all apps, the newest first. */
export async function listApiKeys(tx: Tx, workspaceId: WorkspaceId): Promise<ApiKeyRow[]> {
  return tx.select().from(apiKeys).where(eq(apiKeys.workspaceId, workspaceId)).orderBy(desc(apiKeys.id));
}

/** Of any of the workspace's apps, revoked and expired ones too. */
export async function findApiKey(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<ApiKeyRow | undefined> {
  const [row] = await tx
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id)));
  return row;
}

/** When a key stops opening: what is rotated goes on for a while (S14). */
export async function setKeyExpiry(tx: Tx, workspaceId: WorkspaceId, id: string, expiresAt: Date): Promise<void> {
  await tx
    .update(apiKeys)
    .set({ expiresAt })
    .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id)));
}

/** Keeps the key's hash: the key itself is nowhere (S14). */
export async function insertApiKey(tx: Tx, row: typeof apiKeys.$inferInsert): Promise<void> {
  await tx.insert(apiKeys).values(row);
}

/** False when there is no such key in force. */
export async function revokeApiKey(tx: Tx, workspaceId: WorkspaceId, id: string, revokedAt: Date): Promise<boolean> {
  const revoked = await tx
    .update(apiKeys)
    .set({ revokedAt })
    .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  return revoked.length > 0;
}

/** Notes that a key is in use. Asked once a minute at most, not at each request. */
export async function touchApiKey(tx: Tx, id: string, lastUsedAt: Date): Promise<void> {
  await tx.update(apiKeys).set({ lastUsedAt }).where(eq(apiKeys.id, id));
}
