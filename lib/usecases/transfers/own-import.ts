import type { Tx } from "@/db/database";
import { findImport, type ImportRow } from "@/db/queries/imports";
import type { UserContext } from "../context";
import { found } from "../use-case";

/** An import of who asks; those of others are not there (R62). */
export async function ownImport(tx: Tx, { workspaceId, actor }: UserContext, id: string): Promise<ImportRow> {
  return found(await findImport(tx, workspaceId, actor.id, id), "import");
}
