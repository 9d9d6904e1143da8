import { createHash } from "node:crypto";
import { z } from "zod";
import { type ConnectionRow, listConnections } from "@/db/queries/connections";
import { findTextHiders } from "@/db/queries/push-devices";
import type { DeviceView } from "@/lib/core/push-device";
import { needUser } from "../context";
import { userVerb } from "../use-case";

/** My devices, and whether their lock screens are to show what a notification says. */
export const readMyPush = userVerb({
  input: z.strictObject({}),
  may: needUser,
  async run(ctx): Promise<{ devices: DeviceView[]; hidesText: boolean }> {
    const { db, workspaceId, actor } = ctx;
    const rows = await listConnections(db.read, workspaceId, actor.id, ["push"]);
    const hiders = await findTextHiders(db.read, workspaceId, [actor.id]);
    return { devices: rows.map(viewDevice), hidesText: hiders.has(actor.id) };
  },
});

function viewDevice({ id, label, config, createdAt, lastSentAt, failingSince }: ConnectionRow): DeviceView {
  return {
    id,
    name: label,
    mark: createHash("sha256").update(String(config.endpoint)).digest("base64url"),
    allowedAt: createdAt.toISOString(),
    lastSentAt: lastSentAt?.toISOString() ?? null,
    failingSince: failingSince?.toISOString() ?? null,
  };
}
