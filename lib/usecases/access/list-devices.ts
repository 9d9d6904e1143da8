import { z } from "zod";
import { listLiveSessions } from "@/db/queries/sessions";
import { idleSince } from "@/lib/auth/session-limits";
import { deviceWords } from "@/lib/core/device-words";
import { needUser } from "../context";
import { userVerb } from "../use-case";

/** Where a person is signed in (S18): this device first, then the one seen last. */
export const listDevices = userVerb({
  input: z.strictObject({}),
  may: needUser,
  async run(ctx) {
    const { id: userId, sessionId } = ctx.actor;
    const rows = await listLiveSessions(ctx.db.read, ctx.workspaceId, userId, {
      now: ctx.now,
      idleSince: idleSince(ctx.now),
    });
    return rows
      .map(({ id, userAgent, address, createdAt, seenAt }) => ({
        id,
        device: deviceWords(userAgent),
        address,
        signedInAt: createdAt,
        seenAt,
        current: id === sessionId,
      }))
      .sort((a, b) => Number(b.current) - Number(a.current) || b.seenAt.getTime() - a.seenAt.getTime());
  },
});
