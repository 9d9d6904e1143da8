import { findUser } from "@/db/queries/users";
import { AppError } from "@/lib/app-error";
import { needRole } from "../context";
import { putUser, UserInput } from "../directory/put-user";
import { verb } from "../use-case";
import { keepOneSuperAdmin } from "./last-super-admin";

/** Changes what is given of a person; the last super admin stays one. */
export const savePerson = verb({
  input: UserInput,
  may: needRole("super_admin"),
  async run(ctx, input): Promise<void> {
    const losesRole = input.role !== undefined && input.role !== "super_admin";
    if (losesRole || input.active === false) await keepOneSuperAdmin(ctx.db.read, ctx.workspaceId, input.id);
    await putUser.run(ctx, input);
  },
});

/** Makes a person; one whom an integration brought already stays as they are. */
export const createPerson = verb({
  input: UserInput.required({ email: true, name: true }),
  may: needRole("super_admin"),
  async run(ctx, input): Promise<{ id: string }> {
    if (await findUser(ctx.db.read, ctx.workspaceId, input.id)) {
      const detail = "Somebody has this id already.";
      throw new AppError("conflict", detail, { errors: [{ pointer: "/id", detail }] });
    }
    await putUser.run(ctx, input);
    return { id: input.id };
  },
});
