import { openApiDocument } from "@/lib/http/openapi/document";
import { runtime } from "@/lib/runtime";

/** What the API takes and answers, for whoever asks: it holds nobody's data (C1). */
export function GET(): Response {
  return Response.json(openApiDocument(runtime().publicUrl), { headers: { "cache-control": "no-cache" } });
}
