import { BroadcastInput } from "@/lib/core/broadcast-input";
import { verb } from "../use-case";
import { storeBroadcast } from "./create-broadcast";
import { mayBroadcast } from "./may-broadcast";

/** How long the screen lets a sender take it back before anybody is told; milliseconds (api.md, section 4). */
const UNDO = 10_000;

/** What the screen's form sends: as `createBroadcast`, with a few seconds to think again where it goes at once. */
export const sendBroadcast = verb({
  input: BroadcastInput,
  may: mayBroadcast,
  async run(ctx, input): Promise<{ id: string }> {
    const soonest = new Date(ctx.now.getTime() + UNDO).toISOString();
    const { id } = await storeBroadcast(ctx, { ...input, deliver_at: input.deliver_at ?? soonest });
    return { id };
  },
});
