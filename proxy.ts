import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER } from "@/lib/auth/own-path";
import { pageHeaders } from "@/lib/http/page-headers";

/**
 * Gives each page its nonce and its headers (S20, S21). It lets nobody in and keeps nobody out: pages ask who is there
 * themselves, and are as safe without it (S4).
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const headers = pageHeaders({
    nonce,
    publicUrl: process.env.AUTH_URL || `http://localhost:${process.env.PORT || 3000}`,
    realtimeHosts: realtimeHosts(process.env),
    development: process.env.NODE_ENV === "development",
  });
  const passedOn = new Headers(request.headers);
  passedOn.set("x-nonce", nonce);
  passedOn.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  // Next reads the nonce for its own scripts from here.
  passedOn.set("Content-Security-Policy", headers["Content-Security-Policy"] ?? "");
  const response = NextResponse.next({ request: { headers: passedOn } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

function realtimeHosts({ PUSHER_HOST: host, PUSHER_PORT: port, PUSHER_CLUSTER: cluster }: NodeJS.ProcessEnv): string[] {
  if (host) return [port ? `${host}:${port}` : host];
  return cluster ? ["*.pusher.com"] : [];
}

export const config = {
  // Pages: not the API, not what Next built, not files.
  matcher: [
    "/((?!api/|_next/|.*\\.(?:ico|svg|png|jpg|webp|css|js|map|json|webmanifest|txt|xml|woff2|mp3|ogg|wav)$).*)",
  ],
};
