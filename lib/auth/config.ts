import { AuthError, CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { clearActivity } from "@/db/queries/presence";
import { endSession, findLiveSession } from "@/db/queries/sessions";
import type { Runtime } from "@/lib/runtime";
import { clientAddress } from "./client-address";
import { claimsOf, sessionCookie } from "./cookie";
import { ownPath } from "./own-path";
import { ABSOLUTE_LIMIT, idleSince } from "./session-limits";
import { signInWithPassword } from "./sign-in";

/** A sign-in that was not tried. `code` is `wait-` and the seconds until the next may be: next-auth hands on no more. */
export class SignInMustWait extends CredentialsSignin {
  constructor(readonly seconds: number) {
    super();
    this.code = `wait-${seconds}`;
  }
}

/** next-auth as Belfry uses it: email and password, and a cookie that only names a row of `sessions` (S18). */
export function authConfig(runtime: Runtime): NextAuthConfig {
  const { publicUrl, authSecret, log } = runtime;
  return {
    basePath: "/api/auth",
    secret: authSecret,
    // The address comes from the settings (see next-auth.ts), so the headers need not be trusted; this asks for it.
    trustHost: true,
    useSecureCookies: publicUrl.startsWith("https:"),
    cookies: { sessionToken: sessionCookie(runtime) },
    session: { strategy: "jwt", maxAge: ABSOLUTE_LIMIT / 1000 },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: (credentials, request) => authorize(credentials, request, runtime),
      }),
    ],
    callbacks: {
      // Whose session, and nothing else: name, role and the rest are read from the row each time.
      jwt: async ({ token, user }) => {
        if (user) return { sub: user.id, sid: (user as SignedIn).sessionId };
        const now = runtime.clock.now();
        return (await findLiveSession(runtime.db.read, String(token.sid), now, idleSince(now))) ? token : null;
      },
      session: ({ session, token }) => ({ expires: session.expires, user: { id: token.sub } }),
      redirect: ({ url }) => publicUrl + ownPath(url.startsWith(publicUrl) ? url.slice(publicUrl.length) : url),
    },
    events: {
      signOut: async (message) => {
        const { sub, sid } = ("token" in message && message.token) || {};
        if (sub && typeof sid === "string") await endNamed(runtime, sub, sid);
      },
    },
    logger: {
      // A wrong password and a stale cookie are no faults; of the rest, no stacks with what people typed.
      error: (error) => {
        // Not by name: bundling shortens the names of classes.
        const name = error instanceof AuthError ? error.type : error.name;
        log[EXPECTED.test(name) ? "debug" : "error"]({ name, detail: error.message.slice(0, 300) }, "next-auth");
      },
      warn: (code) => log.debug({ code }, "next-auth"),
      debug: () => {},
    },
  };
}

const EXPECTED = /^(CredentialsSignin|JWTSessionError|MissingCSRF|UnknownAction|SyntaxError)$/;

interface SignedIn {
  id: string;
  sessionId: string;
}

async function authorize(
  credentials: Partial<Record<"email" | "password", unknown>>,
  request: Request,
  runtime: Runtime,
): Promise<SignedIn | null> {
  const { email, password } = credentials;
  if (typeof email !== "string" || typeof password !== "string" || email.length > 254 || password.length > 1024) {
    return null;
  }
  const outcome = await signInWithPassword(runtime, {
    email,
    password,
    address: clientAddress(request.headers),
    userAgent: request.headers.get("user-agent") ?? "",
    before: await claimsOf(request.headers.get("cookie"), runtime),
  });
  if (outcome.outcome === "wait") throw new SignInMustWait(outcome.seconds);
  return outcome.outcome === "signed_in" ? { id: outcome.userId, sessionId: outcome.sessionId } : null;
}

async function endNamed({ db, clock }: Runtime, userId: string, sessionId: string): Promise<void> {
  const now = clock.now();
  const live = await findLiveSession(db.read, sessionId, now, idleSince(now));
  if (live?.user.id !== userId) return;
  await db.transact(async (tx) => {
    await endSession(tx, live.workspace.id, userId, { id: sessionId, endedAt: now });
    // Active means signed in (A16): no pop-up is decided for who just left.
    await clearActivity(tx, live.workspace.id, userId);
  });
}
