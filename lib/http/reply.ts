/** An answer in its parts. `body` is null for an answer without one. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string | null;
}

/** The same as a `Response`, where Next wants one. */
export function toResponse({ status, headers, body }: Reply): Response {
  return new Response(body, { status, headers });
}
