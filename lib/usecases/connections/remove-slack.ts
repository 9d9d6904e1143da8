import { z } from "zod";
import { disableAllConnections, listConnections, updateConnection } from "@/db/queries/connections";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { found, verb } from "../use-case";
import { openConfig, sealedConfig } from "./config";

/**
 * Takes my company's Slack away; people's connections rest until it is there again. Which one it was is kept, without its
 * token: in another, people have other ids.
 */
export const removeSlack = verb({
  input: z.strictObject({}),
  may: needRole("super_admin"),
  async run(ctx): Promise<void> {
    const { db, workspaceId, now, secret } = ctx;
    await db.transact(async (tx) => {
      const [row] = await listConnections(tx, workspaceId, null, ["slack"]);
      const { id, label, config } = found(row?.disabledAt ? undefined : row, "Slack");
      const { team } = openConfig(secret, config);
      const end = { disabledReason: "channel_not_connected", disabledAt: now } as const;
      await updateConnection(tx, id, { ...end, config: sealedConfig(secret, { team }) });
      await disableAllConnections(tx, workspaceId, "slack", end);
      await recordAudit(tx, ctx, { action: "slack.remove", target: "slack", before: { team: label } });
    });
  },
});
