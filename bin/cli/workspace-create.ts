import { perform } from "@/lib/http/perform";
import { createWorkspace } from "@/lib/usecases/access/create-workspace";
import type { Command } from "./command";

/** Makes one more workspace, for `--workspace` of the other commands. */
export const workspaceCreate: Command = {
  options: ["name"],
  required: ["name"],
  async run(ctx, { name }) {
    const made = await perform(createWorkspace, ctx, { name });
    return { json: made, text: `${made.name} is made: use --workspace ${made.id}.` };
  },
};
