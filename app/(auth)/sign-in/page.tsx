import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/access/sign-in-form";
import { LeftDevice } from "@/components/offline/left-device";
import { CardPage } from "@/components/shell/card-page";
import { currentSession } from "@/lib/auth/context";
import { ownPath } from "@/lib/auth/own-path";
import { signIn } from "../actions";
import { REFUSED } from "../refused";

export const metadata: Metadata = { title: "Sign in" };

/** Asks who it is, and leads on to `?to=`. With `?error` next-auth sends back whom its own callback refused. */
export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { to, error } = await searchParams;
  const path = ownPath(to);
  if (await currentSession()) redirect(path);
  return (
    <CardPage title="Sign in to Belfry">
      <LeftDevice />
      <SignInForm signIn={signIn} to={path} fault={error ? REFUSED : undefined} />
    </CardPage>
  );
}
