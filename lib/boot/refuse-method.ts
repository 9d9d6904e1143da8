import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError } from "@/lib/app-error";
import { refuse } from "@/lib/http/refuse";

export const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** A 405 for what no address takes, where Next would answer by a 500 (TRACE, of which no `Request` can be made) or an empty 400. */
export async function refuseMethod({ headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const error = new AppError("method_not_allowed", "No address here takes this method.");
  const refusal = refuse(error, String(headers["x-request-id"]));
  response.writeHead(refusal.status, { ...Object.fromEntries(refusal.headers), allow: [...METHODS].join(", ") });
  response.end(await refusal.text());
}
