import { systemContext } from "@/lib/auth/system-context";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Env } from "@/lib/env";
import type { Runtime } from "@/lib/runtime";
import { createFirstAdmin } from "@/lib/usecases/access/create-first-admin";
import { offerSetup } from "@/lib/usecases/access/offer-setup";
import { ensureWorkspace } from "./ensure-workspace";

type BootRuntime = Pick<Runtime, "db" | "clock" | "wake" | "authSecret" | "publicUrl"> & {
  env: Pick<Env, "BELFRY_ADMIN_EMAIL" | "BELFRY_ADMIN_PASSWORD">;
};

/**
 * After the migrations, at each start: one workspace, its catalogue, and somebody who may run it. `setupLink` is the
 * address to print while nobody is super admin; it works once (S35).
 */
export async function prepareWorkspace(
  made: BootRuntime,
): Promise<{ workspaceId: WorkspaceId; setupLink: string | null }> {
  const workspaceId = await ensureWorkspace(made.db, made.clock.now());
  const ctx = systemContext(made, workspaceId, "");
  const { BELFRY_ADMIN_EMAIL: email, BELFRY_ADMIN_PASSWORD: password } = made.env;
  if (email && password) await createFirstAdmin(ctx, email, password);
  const token = await offerSetup(ctx);
  return { workspaceId, setupLink: token && `${made.publicUrl}/setup?token=${token}` };
}
