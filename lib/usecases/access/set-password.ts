import { z } from "zod";
import { endSessionsOf } from "@/db/queries/sessions";
import { findUser, updateUser } from "@/db/queries/users";
import { hashPassword } from "@/lib/auth/password";
import { forgiveAccount } from "@/lib/auth/throttle";
import { ExternalId } from "@/lib/core/event";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { found, verb } from "../use-case";
import { needGoodPassword } from "./password-input";

/** Gives a person another password. All their sessions end with the old one (S18). */
export const setPassword = verb({
  input: z.strictObject({ id: ExternalId, password: z.string() }),
  may: needRole("super_admin"),
  async run(ctx, { id, password }): Promise<void> {
    const user = found(await findUser(ctx.db.read, ctx.workspaceId, id), "person");
    needGoodPassword(password, [user.id, user.email, user.name]);
    const passwordHash = await hashPassword(password);
    await ctx.db.transact(async (tx) => {
      await updateUser(tx, ctx.workspaceId, id, { passwordHash, updatedAt: ctx.now });
      await endSessionsOf(tx, ctx.workspaceId, id, { endedAt: ctx.now });
      await forgiveAccount(tx, user.email);
      await recordAudit(tx, ctx, { action: "user.password", target: id });
    });
    ctx.dismiss?.(id);
  },
});
