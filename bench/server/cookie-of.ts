import { encode } from "next-auth/jwt";
import { sessionCookie } from "@/lib/auth/cookie";

/** The cookie by which a browser has a session of somebody, on a server with this secret. */
export async function cookieOf(userId: string, sid: string, secret: string): Promise<string> {
  const { name } = sessionCookie({ publicUrl: "http://localhost" });
  return `${name}=${await encode({ token: { sub: userId, sid }, secret, salt: name, maxAge: 3600 })}`;
}
