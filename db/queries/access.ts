import { and, desc, eq, gt, isNotNull, isNull, lt, ne, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { prepared } from "../dialects/prepared";
import { apiKeys, apps, rateWindows, sessions } from "../schema/access";
import { users, workspaces } from "../schema/directory";
import { forgetDevices } from "./push-devices";

export type ApiKeyRow = typeof apiKeys.$inferSelect;

/** A key with its app's limit: requests a minute, null for none. */
export type KnownKey = ApiKeyRow & { rateLimit: number | null };

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

export async function findAppByName(tx: Tx, workspaceId: WorkspaceId, name: string) {
  const [row] = await tx
    .select()
    .from(apps)
    .where(and(eq(apps.workspaceId, workspaceId), eq(apps.name, name)));
  return row;
}

export async function listApps(tx: Tx, workspaceId: WorkspaceId) {
  return tx.select().from(apps).where(eq(apps.workspaceId, workspaceId));
}

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

export async function findApiKey(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<ApiKeyRow | undefined> {
  const [row] = await tx
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id)));
  return row;
}

export async function setKeyExpiry(tx: Tx, workspaceId: WorkspaceId, id: string, expiresAt: Date): Promise<void> {
  await tx
    .update(apiKeys)
    .set({ expiresAt })
    .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id)));
}

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

export async function touchApiKey(tx: Tx, id: string, lastUsedAt: Date): Promise<void> {
  await tx.update(apiKeys).set({ lastUsedAt }).where(eq(apiKeys.id, id));
}

export async function insertSession(tx: Tx, row: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(row);
}

/** The session with whose it is and where, in one look; undefined once it ended, ran out, or the person was disabled. */
export async function findLiveSession(tx: Tx, id: string, now: Date, idleSince: Date) {
  const [row] = await liveSession(tx, { id, now, idleSince });
  return row;
}

// Asked at every request of a browser.
const liveSession = prepared<{ id: string; now: Date; idleSince: Date }>()((tx, value) =>
  tx
    .select({ session: sessions, user: users, workspace: workspaces })
    .from(sessions)
    .innerJoin(users, and(eq(users.workspaceId, sessions.workspaceId), eq(users.id, sessions.userId)))
    .innerJoin(workspaces, eq(workspaces.id, sessions.workspaceId))
    .where(
      and(
        eq(sessions.id, value("id")),
        isNull(sessions.endedAt),
        isNull(users.deactivatedAt),
        gt(sessions.expiresAt, sql.param(value("now"), sessions.expiresAt)),
        gt(sessions.seenAt, sql.param(value("idleSince"), sessions.seenAt)),
      ),
    ),
);

export async function touchSession(tx: Tx, id: string, seenAt: Date): Promise<void> {
  await tx.update(sessions).set({ seenAt }).where(eq(sessions.id, id));
}

export async function listLiveSessions(tx: Tx, workspaceId: WorkspaceId, userId: string, now: Date, idleSince: Date) {
  return tx
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.workspaceId, workspaceId),
        eq(sessions.userId, userId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
        gt(sessions.seenAt, idleSince),
      ),
    );
}

/** No push goes there any more either (S33). */
/** From where a person signed in, as far back as sessions are kept; each pair once. */
export async function listSignInPlaces(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
): Promise<{ userAgent: string; address: string }[]> {
  return tx
    .selectDistinct({ userAgent: sessions.userAgent, address: sessions.address })
    .from(sessions)
    .where(and(eq(sessions.workspaceId, workspaceId), eq(sessions.userId, userId)));
}

export async function endSession(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  id: string,
  endedAt: Date,
): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt })
    .where(and(eq(sessions.workspaceId, workspaceId), eq(sessions.userId, userId), eq(sessions.id, id)));
  await forgetDevices(tx, workspaceId, userId, { of: id });
}

/** People of every workspace whose last session was ended since then: nobody signed in again meanwhile. */
export async function findSignedOut(tx: Tx, since: Date, now: Date) {
  const live = alias(sessions, "live");
  const isSignedIn = tx
    .select({ id: live.id })
    .from(live)
    .where(
      and(
        eq(live.workspaceId, sessions.workspaceId),
        eq(live.userId, sessions.userId),
        isNull(live.endedAt),
        gt(live.expiresAt, now),
      ),
    );
  return tx
    .selectDistinct({ workspaceId: sessions.workspaceId, userId: sessions.userId })
    .from(sessions)
    .where(and(isNotNull(sessions.endedAt), gt(sessions.endedAt, since), notExists(isSignedIn)));
}

/** Ends all of a person's sessions, but for the one named `keep` (S18). */
export async function endSessionsOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  endedAt: Date,
  keep = "",
): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt })
    .where(
      and(
        eq(sessions.workspaceId, workspaceId),
        eq(sessions.userId, userId),
        isNull(sessions.endedAt),
        ne(sessions.id, keep),
      ),
    );
  await forgetDevices(tx, workspaceId, userId, { notOf: keep });
}

/** Removes up to `limit` sessions that ended or ran out before `before`; answers how many. */
export async function purgeSessions(tx: Tx, before: Date, limit: number): Promise<number> {
  const old = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(or(lt(sessions.endedAt, before), lt(sessions.expiresAt, before)))
    .limit(limit);
  for (const { id } of old) await tx.delete(sessions).where(eq(sessions.id, id));
  return old.length;
}
