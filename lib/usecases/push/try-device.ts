import { z } from "zod";
import { deleteConnection, noteFailing, noteSent } from "@/db/queries/connections";
import { laneOf } from "@/lib/core/lane";
import type { Tried } from "@/lib/core/push-device";
import { paceTest } from "../connections/pace-test";
import { sendTest } from "../connections/send-test";
import { needUser } from "../context";
import { userVerb } from "../use-case";
import { ownDevice } from "./own-device";
import { triedAs } from "./tried-as";

/** Sends a test to one of my devices, now and once, and says what its push service said. One that is gone leaves the list. */
export const tryDevice = userVerb({
  input: z.strictObject({ id: z.string().max(100) }),
  may: needUser,
  async run(ctx, { id }): Promise<Tried> {
    const device = await ownDevice(ctx.db.read, ctx, id);
    await paceTest(ctx, laneOf("push", id));
    const result = await sendTest(ctx, device);
    const gone = result.outcome === "failed" && result.reason === "endpoint_gone";
    await ctx.db.transact(async (tx) => {
      if (gone) await deleteConnection(tx, id);
      else if (result.outcome === "sent") await noteSent(tx, [id], ctx.now);
      else await noteFailing(tx, id, ctx.now);
    });
    return triedAs(result, gone);
  },
});
