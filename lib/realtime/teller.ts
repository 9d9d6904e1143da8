import type { WorkspaceId } from "@/lib/core/workspace";
import type { Logger } from "@/lib/log";
import type { Realtime, UserSignal } from "./signal";

interface Telling {
  realtime: Realtime;
  log: Logger;
}

/** Tells open tabs of what is committed (I6). Nobody waits for it: a lost signal loses nothing (F27). */
export function tell({ realtime, log }: Telling, signals: UserSignal[]): void {
  realtime.send(signals).catch((err) => log.warn({ err }, "a signal was not sent"));
}

/** Asks the open tabs of one person to look again, once something of theirs is changed and committed. */
export function tellerFor(telling: Telling, workspaceId: WorkspaceId) {
  return (userId: string, notificationIds: string[]): void => {
    // No position: what was read or put away stays where it stood.
    tell(telling, [{ workspaceId, userId, signal: { notificationIds, position: "" } }]);
  };
}
