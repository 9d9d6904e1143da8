import { encode } from "next-auth/jwt";
import { sessionCookie } from "@/lib/auth/cookie";
import { SECRET } from "./context";

/** The cookie by which a browser has a session of somebody, on a server with `AUTH_SECRET: SECRET`. */
export async function cookieOf(userId: string, sid: string): Promise<string> {
  const { name } = sessionCookie({ publicUrl: "http://localhost" });
  return `${name}=${await encode({ token: { sub: userId, sid }, secret: SECRET, salt: name, maxAge: 3600 })}`;
}
