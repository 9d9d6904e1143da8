import type { WorkspaceId } from "@/lib/core/workspace";
import type { Logger } from "@/lib/log";
import type { Realtime } from "./signal";

/**
 * Asks the open tabs of one person to look again, once something of theirs is changed and committed (I6). Nobody waits
 * for it: a lost signal loses nothing (F27).
 */
export function tellerFor({ realtime, log }: { realtime: Realtime; log: Logger }, workspaceId: WorkspaceId) {
  return (userId: string, notificationIds: string[]): void => {
    // No position: what was read or put away stays where it stood.
    realtime
      .send([{ workspaceId, userId, signal: { notificationIds, position: "" } }])
      .catch((err) => log.warn({ err }, "a signal was not sent"));
  };
}
