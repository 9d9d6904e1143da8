import { z } from "zod";
import { eraseDecisionsOf } from "@/db/queries/events";
import { eraseMailCounts } from "@/db/queries/mail-counts";
import { removeWindowsOf } from "@/db/queries/merging";
import { eraseMailsTo } from "@/db/queries/outbox";
import { findUser, deleteUser as remove } from "@/db/queries/users";
import { recordAudit } from "../audit/record";
import { needScope } from "../context";
import { found, verb } from "../use-case";
import { inTurn } from "./in-turn";

/** Erases a person: the row, and all that hangs on it (S28). The audit keeps that it was done, under the bare id. */
export const deleteUser = verb({
  input: z.strictObject({ id: z.string() }),
  may: needScope("directory:write"),
  async run(ctx, { id }): Promise<void> {
    const { workspaceId } = ctx;
    await inTurn(ctx, async (tx) => {
      const { email } = found(await findUser(tx, workspaceId, id), "user");
      await eraseDecisionsOf(tx, workspaceId, id);
      await removeWindowsOf(tx, workspaceId, id, ctx.now);
      await eraseMailsTo(tx, workspaceId, email);
      await eraseMailCounts(tx, workspaceId, email);
      await remove(tx, workspaceId, id);
      await recordAudit(tx, ctx, { action: "user.delete", target: id });
    });
    ctx.dismiss?.(id);
  },
});
