import type { Tx } from "@/db/database";
import { type ConnectionRow, findConnection } from "@/db/queries/connections";
import type { UserContext } from "../context";
import { found } from "../use-case";

/** One of the person's own devices; anybody else's is not there (S1). */
export async function ownDevice(tx: Tx, { workspaceId, actor }: UserContext, id: string): Promise<ConnectionRow> {
  const row = await findConnection(tx, workspaceId, actor.id, id);
  return found(row?.channel === "push" ? row : undefined, "device");
}
