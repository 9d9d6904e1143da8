import { z } from "zod";
import { BroadcastInput } from "@/lib/core/broadcast-input";
import { confirmPassword } from "../access/confirm-password";
import { userVerb } from "../use-case";
import { storeBroadcast } from "./create-broadcast";
import { mayBroadcast } from "./may-broadcast";

/** How long the screen lets a sender take it back before anybody is told; milliseconds (api.md, section 4). */
export const UNDO = 10_000;

/**
 * What the screen's form sends: as `createBroadcast`, on the sender's password, with a few seconds to think again where it
 * goes at once, and with a second person's yes where it is for very many (S32).
 */
export const sendBroadcast = userVerb({
  input: BroadcastInput.extend({ password: z.string() }),
  may: mayBroadcast,
  async run(ctx, { password, ...input }): Promise<{ id: string }> {
    await confirmPassword(ctx, password);
    const soonest = new Date(ctx.now.getTime() + UNDO).toISOString();
    const { id } = await storeBroadcast(ctx, { ...input, deliver_at: input.deliver_at ?? soonest });
    return { id };
  },
});
