import type { WorkspaceId } from "@/lib/core/workspace";
import type { Logger } from "@/lib/log";
import type { Realtime } from "./signal";

/** Makes all tabs of one person stop listening, once what they had is taken away and committed (S18, S22). */
export function dismisserFor({ realtime, log }: { realtime: Realtime; log: Logger }, workspaceId: WorkspaceId) {
  return (userId: string): void => {
    realtime.disconnect(workspaceId, userId).catch((err) => log.warn({ err }, "a person's tabs were not dismissed"));
  };
}
