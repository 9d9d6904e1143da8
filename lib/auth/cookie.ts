import { getToken } from "next-auth/jwt";
import type { Runtime } from "@/lib/runtime";
import { keepNewest } from "./keep-newest";

export type CookieRuntime = Pick<Runtime, "publicUrl" | "authSecret" | "clock">;

/** What the cookie says: whose session it names. Whether that session still holds, the table says (S18). */
export interface Claims {
  sub: string;
  sid: string;
}

/** Opening a sealed cookie takes half a millisecond; the same one comes with every request. */
const MOST_KNOWN = 10_000;
const LONGEST_KNOWN = 4096;
const knownCookies = new Map<string, Claims & { exp: number }>();

/** `__Host-` needs https, and loopback has none (api.md, section 4). */
export function sessionCookie({ publicUrl }: Pick<CookieRuntime, "publicUrl">) {
  const secure = publicUrl.startsWith("https:");
  return {
    name: secure ? "__Host-belfry.session" : "belfry.session",
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}

/** The claims of a `Cookie` header, or null when it holds no session of ours in force. */
export async function claimsOf(header: string | null, runtime: CookieRuntime): Promise<Claims | null> {
  const cookieName = sessionCookie(runtime).name;
  if (!header?.includes(cookieName)) return null;
  const known = knownCookies.get(header) ?? (await open(header, cookieName, runtime));
  if (!known || known.exp * 1000 <= runtime.clock.now().getTime()) return null;
  return known;
}

async function open(header: string, cookieName: string, { authSecret }: CookieRuntime) {
  // Only the cookie is passed on: getToken would take a bearer token in its place.
  const req = { headers: new Headers({ cookie: header }) };
  const token = await getToken({ req, secret: authSecret, cookieName, salt: cookieName });
  if (typeof token?.sub !== "string" || typeof token.sid !== "string" || typeof token.exp !== "number") return null;
  const claims = { sub: token.sub, sid: token.sid, exp: token.exp };
  if (header.length <= LONGEST_KNOWN) keepNewest(knownCookies, MOST_KNOWN, header, claims);
  return claims;
}
