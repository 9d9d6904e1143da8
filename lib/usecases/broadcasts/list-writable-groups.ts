import { z } from "zod";
import { verb } from "../use-case";
import { mayBroadcast, writableGroups } from "./may-broadcast";

/** The groups that I may write to, by name: all of them for a super admin, for an admin those that they manage (R88). */
export const listWritableGroups = verb({
  input: z.strictObject({}),
  may: mayBroadcast,
  async run(ctx) {
    return writableGroups(ctx);
  },
});
