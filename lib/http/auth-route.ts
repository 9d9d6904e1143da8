import type { NextRequest } from "next/server";
import { AppError } from "@/lib/app-error";
import { handlers } from "@/lib/auth/next-auth";
import { runtime } from "@/lib/runtime";
import { isOwnOrigin } from "./origin";
import { refuse } from "./refuse";
import { PRIVATE } from "./reply";
import { requestIdOf } from "./request-id";

/** What of next-auth is open: the rest has no use here, and draws pages of its own. */
const OPEN = new Set(["GET session", "GET csrf", "POST callback/credentials", "POST signout"]);
const MAX_BYTES = 16 * 1024;

/** next-auth's endpoints, for programs that sign in as a browser does. People use `/sign-in`. */
export async function authRoute(request: NextRequest): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  try {
    refuseForeign(request);
    const { GET, POST } = handlers;
    return hardened(asThrottled(await (request.method === "POST" ? POST(request) : GET(request))));
  } catch (error) {
    return refuse(error, requestId);
  }
}

function refuseForeign({ method, nextUrl, headers }: NextRequest): void {
  if (!OPEN.has(`${method} ${nextUrl.pathname.replace("/api/auth/", "")}`)) {
    throw new AppError("not_found", "There is nothing here.");
  }
  // Sessions are cookies. next-auth would take a bearer token too, and one that is cut off has broken it (S19).
  if (headers.has("authorization")) throw new AppError("unauthorized", "Sign in with a session cookie.");
  if (method !== "POST") return;
  const says = headers.has("origin") || headers.has("sec-fetch-site");
  // Who says nothing is no browser; next-auth asks for its CSRF token besides.
  if (says && !isOwnOrigin(headers, runtime().publicUrl)) throw new AppError("forbidden", "This came from elsewhere.");
  if (!(Number(headers.get("content-length")) <= MAX_BYTES) || headers.has("transfer-encoding")) {
    throw new AppError("too_large", "Send a short body with its Content-Length.");
  }
}

/** next-auth sends people on with `code=wait-8`; a program is told by status and `Retry-After` (S15). */
function asThrottled(response: Response): Response {
  const seconds = /[?&]code=wait-(\d+)/.exec(response.headers.get("location") ?? "")?.[1];
  if (seconds === undefined) return response;
  throw new AppError("too_many_requests", "Too many tries. Wait before the next.", {
    retryAfterSeconds: Number(seconds),
  });
}

function hardened(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(PRIVATE)) headers.set(name, value);
  headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  return new Response(response.body, { status: response.status, headers });
}
