import { randomUUID } from "node:crypto";

/** What names a request in the log and in its answer: as `receive` says in its header, or a new one where nobody did. */
export function requestIdOf(headers: Headers): string {
  return headers.get("x-request-id") ?? randomUUID();
}
