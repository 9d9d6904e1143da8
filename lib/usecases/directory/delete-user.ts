import { z } from "zod";
import type { Tx } from "@/db/database";
import { eraseDecisionsOf } from "@/db/queries/decisions";
import { hideSuppressions, renameSender } from "@/db/queries/erasure";
import { withdrawExports } from "@/db/queries/exports";
import { eraseImportRows } from "@/db/queries/imports";
import { eraseMailCounts } from "@/db/queries/mail-counts";
import { removeWindowsOf } from "@/db/queries/merging";
import { eraseMailsTo } from "@/db/queries/outbox";
import { findUser, deleteUser as remove } from "@/db/queries/users";
import { WHO_LEFT } from "@/lib/core/without-person";
import { recordAudit } from "../audit/record";
import { needScope } from "../context";
import { hiddenAddress } from "../mail/hidden-address";
import { oneAtATime } from "../one-at-a-time";
import { found, verb } from "../use-case";
import { eraseName, eraseNewName } from "./erase-name";
import { eraseWords } from "./erase-words";
import { userView } from "./user-view";

/**
 * Erases a person: the row, all that hangs on it, what is said of them alone, and their name from what others were told
 * (S28). The audit keeps that it was done, under the bare id; that no mail may go to the address is kept as a mark.
 */
export const deleteUser = verb({
  input: z.strictObject({ id: z.string() }),
  may: needScope("directory:write"),
  async run(ctx, { id }): Promise<void> {
    const { workspaceId } = ctx;
    const known = async (tx: Tx) => {
      const row = found(await findUser(tx, workspaceId, id), "user");
      ctx.precondition?.(userView(row));
      return row;
    };
    const { name } = await known(ctx.db.read);
    const looked = await eraseName(ctx, { id, name });
    await oneAtATime(ctx, async (tx) => {
      const row = await known(tx);
      const { email } = row;
      await eraseNewName(tx, row, looked);
      await eraseWords(tx, workspaceId, { id, email });
      // An event may have named the address before anybody had it.
      for (const name of [id, email]) await eraseDecisionsOf(tx, workspaceId, name);
      await removeWindowsOf(tx, workspaceId, id, ctx.now);
      await eraseMailsTo(tx, workspaceId, email);
      await eraseMailCounts(tx, workspaceId, email);
      await hideSuppressions(tx, workspaceId, { address: email, hidden: hiddenAddress(ctx, email) });
      await renameSender(tx, workspaceId, id, WHO_LEFT);
      await eraseImportRows(tx, workspaceId, { id, email });
      await withdrawExports(tx, workspaceId, ctx.now, "Somebody in this file was erased. Make it again.");
      await remove(tx, workspaceId, id);
      await recordAudit(tx, ctx, { action: "user.delete", target: id });
    });
    ctx.dismiss?.(id);
  },
});
