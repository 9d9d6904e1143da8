import { readiness } from "@/lib/health/readiness";
import { runtime } from "@/lib/runtime";

/** Whether to send traffic here (C10): 200, or 503 while a part is missing. What is missing is for the log. */
export async function GET(): Promise<Response> {
  const isReady = await readiness(runtime());
  const plain = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
  const headers = { ...plain, ...(isReady ? {} : { "retry-after": "5" }) };
  return Response.json({ status: isReady ? "ok" : "unavailable" }, { status: isReady ? 200 : 503, headers });
}
