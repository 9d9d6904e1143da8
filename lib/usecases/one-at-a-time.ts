import type { Tx } from "@/db/database";
import { lockWorkspace } from "@/db/queries/workspaces";
import type { Context } from "./context";

/** One change to a workspace's people and settings at a time: what was looked up still holds when it is written. */
export function oneAtATime<T>({ db, workspaceId }: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transact(async (tx) => {
    await lockWorkspace(tx, workspaceId);
    return work(tx);
  });
}
