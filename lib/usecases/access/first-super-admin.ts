import type { Tx } from "@/db/database";
import { findUser, findUserByEmail, insertUser, type UserRow, updateUser } from "@/db/queries/users";
import { AppError } from "@/lib/app-error";
import type { Context } from "../context";

interface FirstAdmin {
  email: string;
  name: string;
  passwordHash: string;
}

/**
 * Makes the first super admin: a new person, or the one who has that address already, whom an integration may have
 * brought before anybody set up. The caller holds the workspace's lock and has seen that there is none.
 */
export async function makeSuperAdmin(tx: Tx, ctx: Context, { email, name, passwordHash }: FirstAdmin): Promise<string> {
  const current = await findUserByEmail(tx, email);
  if (current && current.workspaceId !== ctx.workspaceId) {
    const detail = "Another person has this email address already.";
    throw new AppError("conflict", detail, { errors: [{ pointer: "/email", detail }] });
  }
  const role = "super_admin";
  if (current) {
    const change = { name, email, role, passwordHash, deactivatedAt: null, updatedAt: ctx.now } as const;
    await updateUser(tx, ctx.workspaceId, current.id, change);
    return current.id;
  }
  const id = await freeId(tx, ctx, email);
  const dates = { createdAt: ctx.now, updatedAt: ctx.now } satisfies Partial<UserRow>;
  await insertUser(tx, {
    workspaceId: ctx.workspaceId,
    id,
    email,
    name,
    role,
    permissions: [],
    passwordHash,
    ...dates,
  });
  return id;
}

/** `ada` of ada@example.com, the id that integrations are likely to use; `ada-2` when it is somebody else's. */
async function freeId(tx: Tx, ctx: Context, email: string): Promise<string> {
  const wanted = email.slice(0, email.lastIndexOf("@")).replace(/[^\w.-]+/g, "") || "admin";
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? wanted : `${wanted}-${n}`;
    if (!(await findUser(tx, ctx.workspaceId, id))) return id;
  }
}
