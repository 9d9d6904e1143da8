import { createHash } from "node:crypto";
import { z } from "zod";
import { BroadcastInput } from "@/lib/core/broadcast-input";
import { confirmPassword } from "../access/confirm-password";
import { idempotently } from "../idempotency/idempotently";
import { Replay, userVerb } from "../use-case";
import { storeBroadcast } from "./create-broadcast";
import { mayBroadcast } from "./may-broadcast";

/** How long the screen lets a sender take it back before anybody is told; milliseconds (api.md, section 4). */
export const UNDO = 10_000;

/**
 * What the screen's form sends: as `createBroadcast`, on the sender's password, with a few seconds to think again where it
 * goes at once, and with a second person's yes where it is for very many (S32). Who heard no answer and
 * sends the same draft again is led to what was sent.
 */
export const sendBroadcast = userVerb({
  input: BroadcastInput.extend({ draft: z.string().min(1).max(100), password: z.string() }),
  may: mayBroadcast,
  async run(ctx, { draft, password, ...input }): Promise<{ id: string }> {
    await confirmPassword(ctx, password);
    const soonest = new Date(ctx.now.getTime() + UNDO).toISOString();
    const words = createHash("sha256").update(JSON.stringify(input)).digest("base64url");
    const once = { route: "broadcast form", key: `${ctx.actor.id} ${draft} ${words}`, fingerprint: words };
    const sent = await idempotently(ctx, once, 201, async () => {
      const { id } = await storeBroadcast(ctx, { ...input, deliver_at: input.deliver_at ?? soonest });
      return { id };
    });
    return sent instanceof Replay ? JSON.parse(sent.body) : sent;
  },
});
