import { BroadcastInput } from "@/lib/core/broadcast-input";
import { needUser } from "../context";
import { verb } from "../use-case";
import { storeBroadcast } from "./create-broadcast";
import { mayBroadcast } from "./may-broadcast";

/** Sends a broadcast to nobody but its writer, as it would be for others; it is in no list (U22). */
export const testBroadcast = verb({
  input: BroadcastInput,
  may: mayBroadcast,
  async run(ctx, input): Promise<void> {
    needUser(ctx);
    const { deliver_at: _, expires_at: __, ...now } = input;
    await storeBroadcast(ctx, { ...now, groups: [] }, { test: true });
  },
});
