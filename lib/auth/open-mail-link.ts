import type { Database } from "@/db/database";
import { findMailKey } from "@/db/queries/mail";
import type { WorkspaceId } from "@/lib/core/workspace";
import { keyOf, type MailLink, openMailToken } from "./mail-token";

/** Whose email of what `token` ends, and in which workspace; null when we did not sign it. */
export async function openMailLink(
  db: Database,
  token: string,
): Promise<(MailLink & { workspaceId: WorkspaceId }) | null> {
  const id = keyOf(token);
  const key = id === null ? undefined : await findMailKey(db.read, id);
  const link = key && openMailToken(token, key);
  return link ? { ...link, workspaceId: key.workspaceId } : null;
}
