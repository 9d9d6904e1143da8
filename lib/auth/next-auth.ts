import NextAuth, { AuthError } from "next-auth";
import { isAppError } from "@/lib/app-error";
import { runtime } from "@/lib/runtime";
import { authConfig, SignInMustWait } from "./config";

const nextAuth = NextAuth(() => {
  // Without it next-auth takes its own address from X-Forwarded-Host, which anybody may send (S19).
  process.env.AUTH_URL ||= runtime().publicUrl;
  return authConfig(runtime());
});

export const { handlers } = nextAuth;

/** Signs in and sets the cookie; only within a server action. `waitSeconds` when it was not even tried. */
export async function signInHere(
  email: string,
  password: string,
): Promise<{ signedIn: true } | { signedIn: false; waitSeconds?: number }> {
  try {
    await nextAuth.signIn("credentials", { email, password, redirect: false, redirectTo: "/" });
    return { signedIn: true };
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    if (error instanceof SignInMustWait) return { signedIn: false, waitSeconds: error.seconds };
    if (error.type === "CredentialsSignin") return { signedIn: false };
    throw isAppError(error.cause?.err) ? error.cause.err : error;
  }
}

/** Ends the session and removes the cookie; only within a server action. */
export async function signOutHere(): Promise<void> {
  await nextAuth.signOut({ redirect: false, redirectTo: "/sign-in" });
}
