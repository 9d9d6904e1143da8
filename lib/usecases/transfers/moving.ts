import type { Database } from "@/db/database";
import { findUser } from "@/db/queries/users";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { newId } from "@/lib/ids";
import type { Context } from "../context";

/** What the worker gives to move imports and exports on. */
export interface Moving {
  db: Database;
  now: Date;
  newId: typeof newId;
  secret: string;
  /** Asks a person's open tabs to look again. */
  tell(workspaceId: WorkspaceId, userId: string): void;
}

/** In a row; then a job that cannot be moved is given up. */
export const MOST_FAILURES = 5;

/** A job as far as it is somebody's act. */
interface Job {
  workspaceId: WorkspaceId;
  userId: string;
  address: string;
}

/** Whoever asked for a job, as they are now; null where they may no longer do such things (S3). */
export async function makerOf(moving: Moving, { workspaceId, userId, address }: Job): Promise<Context | null> {
  const { db, now, newId, secret, tell } = moving;
  const maker = await findUser(db.read, workspaceId, userId);
  if (maker?.role !== "super_admin" || maker.deactivatedAt !== null) return null;
  const { name, role, timeZone } = maker;
  return {
    workspaceId,
    db,
    now,
    newId,
    address,
    secret,
    actor: { kind: "user", id: userId, name, role, timeZone: timeZone ?? "UTC", sessionId: "" },
    wake() {},
    tell: (user) => tell(workspaceId, user),
  };
}

export const NO_LONGER = "Whoever started it may no longer do this.";
export const GAVE_UP = "Belfry could not go on with it. Look at the log, and start it again.";
