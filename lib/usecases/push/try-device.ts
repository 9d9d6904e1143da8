import { z } from "zod";
import { deleteConnection, noteConnection } from "@/db/queries/connections";
import { AppError } from "@/lib/app-error";
import type { Tried } from "@/lib/core/push-device";
import type { SendResult } from "@/lib/core/send-result";
import { tryContent } from "@/lib/core/try-content";
import { needUser } from "../context";
import { verb } from "../use-case";
import { ownDevice } from "./own-device";

/** A longer wait says no more; milliseconds. */
const PATIENCE = 15_000;

/** Sends a test to one of my devices, now and once, and says what its push service said. One that is gone leaves the list. */
export const tryDevice = verb({
  input: z.strictObject({ id: z.string().max(100) }),
  may: needUser,
  async run(ctx, { id }): Promise<Tried> {
    needUser(ctx);
    const { db, workspaceId, actor, now } = ctx;
    const { label, config } = await ownDevice(db.read, ctx, id);
    const push = ctx.channels?.get("push");
    if (!push) throw new AppError("unavailable", "Nothing can be sent to devices from here.");
    const recipient = { id: actor.id, name: actor.name, timeZone: actor.timeZone };
    const key = ctx.newId("dlv");
    const messages = [{ workspaceId, key, destination: label, config, content: tryContent("Belfry", recipient, now) }];
    const [result] = await push.send({ messages, key, signal: AbortSignal.timeout(PATIENCE) });
    const gone = result?.outcome === "failed" && result.reason === "endpoint_gone";
    await db.transact(async (tx) => {
      if (gone) await deleteConnection(tx, id);
      else await noteConnection(tx, id, { sent: result?.outcome === "sent", at: now });
    });
    return triedAs(result, gone);
  },
});

function triedAs(result: SendResult | undefined, gone: boolean): Tried {
  const outcome = result?.outcome === "sent" ? "sent" : "failed";
  return { outcome, status: result?.status ?? null, words: result?.words?.trim() ?? "", gone };
}
