import { methods } from "@/lib/http/methods";
import { openApiDocument } from "@/lib/http/openapi/document";
import { runtime } from "@/lib/runtime";

/** What the API takes and answers, for whoever asks: it holds nobody's data (C1). */
function answer(): Response {
  const headers = { "cache-control": "no-cache", "x-content-type-options": "nosniff" };
  return Response.json(openApiDocument(runtime().publicUrl), { headers });
}

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: answer });
