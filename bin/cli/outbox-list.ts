import { perform } from "@/lib/http/perform";
import { readOutbox } from "@/lib/usecases/delivery/read-outbox";
import type { Command } from "./command";

/** The newest mails that were kept here for want of a provider; 50 if nothing is said. */
export const outboxList: Command = {
  options: ["limit"],
  required: [],
  async run(ctx, { limit }) {
    const { data } = await perform(readOutbox, ctx, { limit: limit ?? "50" });
    const lines = data.map(({ created_at, to, subject }) => `${created_at}  ${to}  ${subject}`);
    return { json: { data }, text: lines.join("\n") || "The outbox is empty." };
  },
};
