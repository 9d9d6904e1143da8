import { perform } from "@/lib/http/perform";
import { revokeApiKey } from "@/lib/usecases/access/revoke-api-key";
import type { Command } from "./command";

/** Ends a key at once. */
export const apiKeyRevoke: Command = {
  options: ["id"],
  required: ["id"],
  bare: "id",
  async run(ctx, { id }) {
    await perform(revokeApiKey, ctx, { id });
    return { json: { id, revoked: true }, text: `${id} is revoked.` };
  },
};
