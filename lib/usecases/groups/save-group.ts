import { z } from "zod";
import { findGroup } from "@/db/queries/groups";
import { AppError } from "@/lib/app-error";
import { needRole } from "../context";
import { putGroup, deleteGroup as remove } from "../directory/put-group";
import { found, verb } from "../use-case";

/** Makes a group; one that an integration brought already stays as it is. */
export const createGroup = verb({
  input: putGroup.input,
  may: needRole("super_admin"),
  async run(ctx, input): Promise<{ id: string }> {
    if (await findGroup(ctx.db.read, ctx.workspaceId, input.id)) {
      const detail = "A group has this id already.";
      throw new AppError("conflict", detail, { errors: [{ pointer: "/id", detail }] });
    }
    await putGroup.run(ctx, input);
    return { id: input.id };
  },
});

export const renameGroup = verb({
  input: putGroup.input,
  may: needRole("super_admin"),
  async run(ctx, input): Promise<void> {
    found(await findGroup(ctx.db.read, ctx.workspaceId, input.id), "group");
    await putGroup.run(ctx, input);
  },
});

/** Ends a group; its people stay. */
export const deleteGroup = verb({
  input: z.strictObject({ id: z.string() }),
  may: needRole("super_admin"),
  run: remove.run,
});
