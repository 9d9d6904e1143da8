/** An answer in its parts. `body` is null for an answer without one. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string | null;
}

/** Of every answer that is for one asker alone: nobody keeps it, and it is read as what it says it is. */
export const PRIVATE = { "cache-control": "private, no-store", "x-content-type-options": "nosniff" } as const;

/** The same as a `Response`, where Next wants one. */
export function toResponse({ status, headers, body }: Reply): Response {
  return new Response(body, { status, headers });
}
