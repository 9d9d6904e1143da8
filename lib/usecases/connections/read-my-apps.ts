import { z } from "zod";
import { type ConnectionRow, listConnections } from "@/db/queries/connections";
import { APPS, type AppConnection, type AppsView } from "@/lib/core/app-view";
import { hasRole } from "@/lib/core/role";
import { needUser } from "../context";
import { userVerb } from "../use-case";
import { openConfig } from "./config";

/** What I connected on the Other apps tab, and how each does (R43). */
export const readMyApps = userVerb({
  input: z.strictObject({}),
  may: needUser,
  async run(ctx): Promise<AppsView> {
    const { db, workspaceId, actor, secret, channels } = ctx;
    const mine = await listConnections(db.read, workspaceId, actor.id, APPS);
    const ours = await listConnections(db.read, workspaceId, null, ["slack"]);
    const company = ours.find(({ disabledAt }) => !disabledAt);
    const slackReady = (await channels?.get("slack")?.ready?.(workspaceId)) ?? false;
    return {
      connections: Object.fromEntries(mine.map((row) => [row.channel, viewConnection(row, secret, ctx.now)])),
      slackReady,
      slackSetup: hasRole(actor.role, "super_admin")
        ? { team: company?.label ?? null, byInstallation: !company && slackReady }
        : null,
    };
  },
});

function viewConnection(row: ConnectionRow, secret: string, now: Date): AppConnection {
  const { id, label, createdAt, lastSentAt, failingSince, disabledAt, disabledReason } = row;
  const { retires } = openConfig(secret, row.config);
  return {
    id,
    label,
    connectedAt: createdAt.toISOString(),
    lastSentAt: lastSentAt?.toISOString() ?? null,
    failingSince: failingSince?.toISOString() ?? null,
    disabled: disabledAt && { at: disabledAt.toISOString(), reason: disabledReason ?? "endpoint_gone" },
    rotatingUntil: typeof retires === "string" && new Date(retires) > now ? retires : null,
  };
}
