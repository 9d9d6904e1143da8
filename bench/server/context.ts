import type { Database } from "@/db/database";
import { newId } from "@/lib/ids";
import type { Context } from "@/lib/usecases/context";

/** Of the installation: what cookies and connections are sealed with. */
export const SECRET = "a secret of the benchmark, of more than 32 characters";

/** What a use case is called with, but for who calls it. */
export function contextIn(db: Database, workspaceId: Context["workspaceId"], now = new Date()): Omit<Context, "actor"> {
  return { workspaceId, db, now, newId, address: "127.0.0.1", wake() {}, secret: SECRET };
}
