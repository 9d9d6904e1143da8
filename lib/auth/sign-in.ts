import { endSession } from "@/db/queries/sessions";
import { findUserByEmail, type UserRow, updateUser } from "@/db/queries/users";
import type { Runtime } from "@/lib/runtime";
import type { Claims } from "./cookie";
import { foldEmail } from "./email";
import { alertUnfamiliar } from "./login-alert";
import { hashPassword, isOutdated, verifyPassword } from "./password";
import { startSession } from "./session";
import { admit, forgive } from "./throttle";

export interface SignInAttempt {
  email: string;
  password: string;
  address: string;
  userAgent: string;
  /** The session that this browser came with: it ends when the new one starts. */
  before: Claims | null;
}

export type SignInOutcome =
  | { outcome: "signed_in"; userId: string; sessionId: string }
  | { outcome: "refused" }
  | { outcome: "wait"; seconds: number };

/** Email and password against the stored hash: the same answer and the same work, whoever exists (S17). */
export async function signInWithPassword(
  { db, clock }: Pick<Runtime, "db" | "clock">,
  { password, userAgent, before, ...typed }: SignInAttempt,
): Promise<SignInOutcome> {
  const attempt = { email: foldEmail(typed.email), address: typed.address };
  const { waitSeconds } = await db.transact((tx) => admit(tx, attempt, clock.now()));
  if (waitSeconds) return { outcome: "wait", seconds: waitSeconds };

  const user = await findUserByEmail(db.read, attempt.email);
  const matches = await verifyPassword(user?.passwordHash, password);
  if (!user || !matches || user.deactivatedAt) return { outcome: "refused" };

  const passwordHash = await renewed(user, password);
  const now = clock.now();
  const sessionId = await db.transact(async (tx) => {
    await forgive(tx, attempt, now);
    if (passwordHash) await updateUser(tx, user.workspaceId, user.id, { passwordHash });
    if (before) await endSession(tx, user.workspaceId, before.sub, { id: before.sid, endedAt: now });
    await alertUnfamiliar(tx, user, { userAgent, address: attempt.address }, now);
    return startSession(tx, user, { userAgent, address: attempt.address }, now);
  });
  return { outcome: "signed_in", userId: user.id, sessionId };
}

/** The hash at today's price, when the stored one was cheaper. */
async function renewed({ passwordHash }: UserRow, password: string): Promise<string | undefined> {
  return passwordHash && isOutdated(passwordHash) ? hashPassword(password) : undefined;
}
