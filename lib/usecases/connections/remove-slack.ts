import { z } from "zod";
import { deleteConnection, disableAllConnections, listConnections } from "@/db/queries/connections";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { found, verb } from "../use-case";

/** Takes my company's Slack away; people's connections rest until it is there again. */
export const removeSlack = verb({
  input: z.strictObject({}),
  may: needRole("super_admin"),
  async run(ctx): Promise<void> {
    const { db, workspaceId, now } = ctx;
    await db.transact(async (tx) => {
      const [row] = await listConnections(tx, workspaceId, null, ["slack"]);
      const { id, label } = found(row, "Slack");
      await deleteConnection(tx, id);
      await disableAllConnections(tx, workspaceId, "slack", {
        disabledReason: "channel_not_connected",
        disabledAt: now,
      });
      await recordAudit(tx, ctx, { action: "slack.remove", target: "slack", before: { team: label } });
    });
  },
});
