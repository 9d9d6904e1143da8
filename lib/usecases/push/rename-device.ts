import { z } from "zod";
import { updateConnection } from "@/db/queries/connections";
import { needUser } from "../context";
import { userVerb } from "../use-case";
import { DeviceName } from "./device-name";
import { ownDevice } from "./own-device";

export const renameDevice = userVerb({
  input: z.strictObject({ id: z.string().max(100), name: DeviceName }),
  may: needUser,
  async run(ctx, { id, name }): Promise<void> {
    await ctx.db.transact(async (tx) => {
      await ownDevice(tx, ctx, id);
      await updateConnection(tx, id, { label: name });
    });
  },
});
