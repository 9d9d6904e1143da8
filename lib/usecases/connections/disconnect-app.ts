import { z } from "zod";
import { deleteConnection } from "@/db/queries/connections";
import { needUser } from "../context";
import { userVerb } from "../use-case";
import { ownConnection } from "./own-connection";

/** Nothing goes there any more, also not what waits for it. */
export const disconnectApp = userVerb({
  input: z.strictObject({ id: z.string().max(100) }),
  may: needUser,
  async run(ctx, { id }): Promise<void> {
    await ctx.db.transact(async (tx) => {
      await ownConnection(tx, ctx, id);
      await deleteConnection(tx, id);
    });
  },
});
