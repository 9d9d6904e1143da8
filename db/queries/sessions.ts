import { and, eq, gt, isNotNull, isNull, lt, ne, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { prepared } from "../dialects/prepared";
import { sessions } from "../schema/access";
import { users, workspaces } from "../schema/directory";
import { forgetDevices } from "./push-devices";

/** What a sign-in makes; its cookie names it by its id. */
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

/** Notes that somebody is still there: without that a session runs out (S18). */
export async function touchSession(tx: Tx, id: string, seenAt: Date): Promise<void> {
  await tx.update(sessions).set({ seenAt }).where(eq(sessions.id, id));
}

/** A person's sessions that still open, in no order; `idleSince`: who was not seen after that is out. */
export async function listLiveSessions(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  { now, idleSince }: { now: Date; idleSince: Date },
) {
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

/** One of a person's own; no push goes to where it was any more either (S33). */
export async function endSession(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  { id, endedAt }: { id: string; endedAt: Date },
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
  { endedAt, keep = "" }: { endedAt: Date; keep?: string },
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
