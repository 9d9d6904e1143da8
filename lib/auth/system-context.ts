import type { WorkspaceId } from "@/lib/core/workspace";
import { newId } from "@/lib/ids";
import type { Runtime } from "@/lib/runtime";
import type { Context } from "@/lib/usecases/context";

/** Belfry itself as who acts: at first boot, for the command line, behind a setup link. `address` is for the audit. */
export function systemContext(
  { db, clock, wake, authSecret }: Pick<Runtime, "db" | "clock" | "wake" | "authSecret">,
  workspaceId: WorkspaceId,
  address: string,
): Context {
  return { workspaceId, actor: { kind: "system" }, db, now: clock.now(), newId, address, wake, secret: authSecret };
}
