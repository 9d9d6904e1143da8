import { findUser } from "@/db/queries/users";
import { AppError } from "@/lib/app-error";
import { verifyPassword } from "@/lib/auth/password";
import { admit, forgive } from "@/lib/auth/throttle";
import type { UserContext } from "../context";

/**
 * Whoever sits there gives their password once more, for what cannot be taken back from many (S32): a tab that was left
 * open is not enough. Wrong ones count as failed sign-ins do (S15). Throws a 422 at `/password`.
 */
export async function confirmPassword(ctx: UserContext, password: string): Promise<void> {
  const { db, workspaceId, actor, address, now } = ctx;
  const user = await findUser(db.read, workspaceId, actor.id);
  const attempt = { email: user?.email ?? "", address };
  const { waitSeconds } = await db.transact((tx) => admit(tx, attempt, now));
  if (waitSeconds) refuse(`Too many tries. Try again in ${waitSeconds} s.`);
  if (!(await verifyPassword(user?.passwordHash, password))) refuse("That is not your password.");
  await db.transact((tx) => forgive(tx, attempt, now));
}

function refuse(detail: string): never {
  throw new AppError("unprocessable", detail, { errors: [{ pointer: "/password", detail }] });
}
