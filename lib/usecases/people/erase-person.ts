import { z } from "zod";
import { AppError } from "@/lib/app-error";
import { needRole } from "../context";
import { deleteUser } from "../directory/delete-user";
import { verb } from "../use-case";
import { keepOneSuperAdmin } from "./last-super-admin";

/** Erases a person for ever (S28): not oneself, and not the last super admin. */
export const erasePerson = verb({
  input: z.strictObject({ id: z.string() }),
  may: needRole("super_admin"),
  async run(ctx, { id }): Promise<void> {
    if (ctx.actor.kind === "user" && ctx.actor.id === id) {
      throw new AppError("conflict", "You cannot erase yourself. Ask another super admin.");
    }
    await keepOneSuperAdmin(ctx.db.read, ctx.workspaceId, id);
    await deleteUser.run(ctx, { id });
  },
});
