import type { Tx } from "@/db/database";
import { findLiveSession, insertSession, touchSession } from "@/db/queries/sessions";
import type { UserRow } from "@/db/queries/users";
import { newId } from "@/lib/ids";
import type { Runtime } from "@/lib/runtime";
import { type CookieRuntime, claimsOf } from "./cookie";
import { ABSOLUTE_LIMIT, idleSince } from "./session-limits";

export type SessionRuntime = CookieRuntime & Pick<Runtime, "db" | "log">;
export type LiveSession = NonNullable<Awaited<ReturnType<typeof findLiveSession>>>;

/** Milliseconds between two notes that a session is in use. */
const TOUCH_EVERY = 5 * 60_000;

const touching = new Set<string>();

/** A new session at each sign-in; `seenAt` is its sign of life. */
export async function startSession(
  tx: Tx,
  user: Pick<UserRow, "workspaceId" | "id">,
  device: { userAgent: string; address: string },
  now: Date,
): Promise<string> {
  const id = newId("ses");
  const expiresAt = new Date(now.getTime() + ABSOLUTE_LIMIT);
  const userAgent = device.userAgent.slice(0, 400);
  const row = { workspaceId: user.workspaceId, userId: user.id, userAgent, address: device.address.slice(0, 64) };
  await insertSession(tx, { id, ...row, createdAt: now, seenAt: now, expiresAt });
  return id;
}

/**
 * The session that a `Cookie` header names, with its person and workspace as they are now: ended, run out, disabled or
 * demoted since the last request counts at once (S3, S18). Null when nobody is signed in.
 */
export async function sessionOf(cookie: string | null, runtime: SessionRuntime): Promise<LiveSession | null> {
  const claims = await claimsOf(cookie, runtime);
  if (!claims) return null;
  const now = runtime.clock.now();
  const live = await findLiveSession(runtime.db.read, claims.sid, now, idleSince(now));
  if (live?.user.id !== claims.sub) return null;
  touch(live, now, runtime);
  return live;
}

/** Beside the answer, and not at every request. */
function touch({ session }: LiveSession, now: Date, { db, log }: SessionRuntime): void {
  if (now.getTime() - session.seenAt.getTime() < TOUCH_EVERY || touching.has(session.id)) return;
  touching.add(session.id);
  db.transact((tx) => touchSession(tx, session.id, now))
    .catch((err: unknown) => log.warn({ err, sessionId: session.id }, "a session's last use was not noted"))
    .finally(() => touching.delete(session.id));
}
