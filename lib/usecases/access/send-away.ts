import type { Database } from "@/db/database";
import { findSignedOut } from "@/db/queries/sessions";
import type { WorkspaceId } from "@/lib/core/workspace";

const EVERY = 1000;
/** Another process's clock may be so far behind, and its commit so late; milliseconds. */
const OVERLAP = 5000;

/**
 * Looks, once a second at most, for people whose last session was ended, perhaps by another process such as the command
 * line, and has `dismiss` make their tabs stop listening (S18, S22). Saying it twice does no harm.
 */
export function sendingAway(
  db: Database,
  startedAt: Date,
  dismiss: (workspaceId: WorkspaceId, userId: string) => void,
): (now: Date) => Promise<void> {
  let lookedAt = startedAt.getTime();
  return async (now) => {
    if (now.getTime() - lookedAt < EVERY) return;
    const since = new Date(lookedAt - OVERLAP);
    lookedAt = now.getTime();
    for (const { workspaceId, userId } of await findSignedOut(db.read, since, now)) dismiss(workspaceId, userId);
  };
}
