import { AppError } from "@/lib/app-error";
import { perform } from "@/lib/http/perform";
import { createApiKey } from "@/lib/usecases/access/create-api-key";
import type { Command } from "./command";

/** Makes a key, and the app that it belongs to where there is none of that name. Shows it this once (S14). */
export const apiKeyCreate: Command = {
  options: ["name", "scopes", "app", "expires"],
  required: ["name", "scopes"],
  async run(ctx, { name, scopes = "", app, expires }) {
    const { id, key } = await perform(createApiKey, ctx, {
      name,
      scopes: scopes.split(/[\s,]+/).filter(Boolean),
      app,
      expires_at: expires === undefined ? undefined : dateOf(expires, ctx.now),
    });
    return { json: { id, key }, text: `${key}\nKeep it now: it is not shown again. Its id is ${id}.` };
  },
};

function dateOf(text: string, now: Date): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new AppError("bad_request", "--expires takes a date, such as 2027-01-31.");
  if (date <= now) throw new AppError("bad_request", "--expires lies in the past.");
  return date;
}
