import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { runtime } from "@/lib/runtime";
import type { UserContext } from "@/lib/usecases/context";
import { ownPath, PATH_HEADER } from "./own-path";
import { contextOf } from "./request-context";
import { type LiveSession, sessionOf } from "./session";

/** The session of this request with its person and workspace, or null. One look a request, however many ask. */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  return sessionOf((await headers()).get("cookie"), runtime());
});

/** Who is signed in, for server actions; null when nobody is. */
export const userContext = cache(async (): Promise<UserContext | null> => {
  const live = await currentSession();
  return live && contextOf(live, await headers(), runtime());
});

/** For pages behind a sign-in, each of them: a layout is not asked again when people move on. */
export async function requireUser(): Promise<UserContext> {
  const ctx = await userContext();
  if (ctx) return ctx;
  const to = ownPath((await headers()).get(PATH_HEADER));
  redirect(to === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(to)}`);
}
