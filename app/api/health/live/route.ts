/** The process answers (C10). */
export function GET(): Response {
  return Response.json(
    { status: "ok" },
    { headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" } },
  );
}
