import type { Tx } from "@/db/database";
import { type ConnectionRow, findConnection } from "@/db/queries/connections";
import { APPS, type App } from "@/lib/core/app-view";
import type { UserContext } from "../context";
import { found } from "../use-case";

/** One of the person's own apps; anybody else's is not there (S1). */
export async function ownConnection(
  tx: Tx,
  { workspaceId, actor }: UserContext,
  id: string,
): Promise<ConnectionRow & { channel: App }> {
  const row = await findConnection(tx, workspaceId, actor.id, id);
  return found(row && isApp(row) ? row : undefined, "connection");
}

function isApp(row: ConnectionRow): row is ConnectionRow & { channel: App } {
  return APPS.includes(row.channel as App);
}
