import { z } from "zod";
import {
  deleteConnection,
  disableAllConnections,
  enableConnections,
  insertConnection,
  listConnections,
} from "@/db/queries/connections";
import { AppError } from "@/lib/app-error";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { verb } from "../use-case";
import { openConfig, sealedConfig } from "./config";
import { outsideChannel, PATIENCE } from "./outside-channel";

/** Lets my company's bot write to people in Slack; the token is kept sealed and never shown again. */
export const setUpSlack = verb({
  input: z.strictObject({ token: z.string().trim().min(1, "Paste the bot's token.").max(500) }),
  may: needRole("super_admin"),
  async run(ctx, { token }): Promise<{ team: string }> {
    const { db, workspaceId, now } = ctx;
    const made = await outsideChannel(ctx, "slack").connectAll!({ token, signal: AbortSignal.timeout(PATIENCE) });
    if ("objection" in made) throw new AppError("unprocessable", made.objection);
    await db.transact(async (tx) => {
      const before = await listConnections(tx, workspaceId, null, ["slack"]);
      for (const { id } of before) await deleteConnection(tx, id);
      const id = ctx.newId("con");
      const config = sealedConfig(ctx.secret, made.config);
      await insertConnection(tx, {
        id,
        workspaceId,
        userId: null,
        channel: "slack",
        label: made.label.slice(0, 200),
        config,
        createdAt: now,
      });
      const wasElsewhere = before.some((row) => openConfig(ctx.secret, row.config).team !== made.config.team);
      await enableConnections(tx, workspaceId, "slack", "channel_not_connected");
      // In another Slack people have other ids: nobody must get what was meant for somebody else.
      if (wasElsewhere)
        await disableAllConnections(tx, workspaceId, "slack", { disabledReason: "endpoint_gone", disabledAt: now });
      const view = ([row]: { label: string; disabledAt?: Date | null }[]) =>
        row && !row.disabledAt ? { team: row.label } : null;
      await recordAudit(tx, ctx, {
        action: "slack.set_up",
        target: "slack",
        before: view(before),
        after: view([made]),
      });
    });
    return { team: made.label };
  },
});
