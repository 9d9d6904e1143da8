import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/access/auth-card";
import { SignInForm } from "@/components/access/sign-in-form";
import { LeftDevice } from "@/components/offline/left-device";
import { currentSession } from "@/lib/auth/context";
import { ownPath } from "@/lib/auth/own-path";
import { signIn } from "../actions";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { to, error } = await searchParams;
  const path = ownPath(to);
  if (await currentSession()) redirect(path);
  return (
    <AuthCard title="Sign in to Belfry">
      <LeftDevice />
      <SignInForm signIn={signIn} to={path} fault={error ? "Email or password is not right." : undefined} />
    </AuthCard>
  );
}
