import { z } from "zod";
import { deleteConnection } from "@/db/queries/connections";
import { needUser } from "../context";
import { userVerb } from "../use-case";
import { ownDevice } from "./own-device";

/** No more pushes there; what waits for it is not sent. */
export const removeDevice = userVerb({
  input: z.strictObject({ id: z.string().max(100) }),
  may: needUser,
  async run(ctx, { id }): Promise<void> {
    await ctx.db.transact(async (tx) => {
      await ownDevice(tx, ctx, id);
      await deleteConnection(tx, id);
    });
  },
});
