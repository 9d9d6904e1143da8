"use server";

import { redirect } from "next/navigation";
import type { SetupState } from "@/components/access/setup-form";
import type { SignInState } from "@/components/access/sign-in-form";
import { AppError } from "@/lib/app-error";
import { signInHere, signOutHere } from "@/lib/auth/next-auth";
import { ownPath } from "@/lib/auth/own-path";
import { setupContext } from "@/lib/auth/setup-context";
import { waitWords } from "@/lib/auth/wait-words";
import { answered } from "@/lib/http/action";
import { perform } from "@/lib/http/perform";
import { completeSetup } from "@/lib/usecases/access/complete-setup";
import { REFUSED } from "./refused";

export async function signIn(_before: SignInState, form: FormData): Promise<SignInState> {
  const { email, password } = fieldsOf(form);
  const result = await answered(() => signInHere(email, password));
  if (!result.ok) return { email, fault: result.detail };
  if (result.value.signedIn) redirect(ownPath(form.get("to")));
  const { waitSeconds } = result.value;
  return { email, fault: waitSeconds ? `Too many tries. Try again in ${waitWords(waitSeconds)}.` : REFUSED };
}

export async function signOut(): Promise<void> {
  const result = await answered(signOutHere);
  if (result.ok) redirect("/sign-in");
}

export async function setUp(_before: SetupState, form: FormData): Promise<SetupState> {
  const { name, email, password, token } = fieldsOf(form);
  const result = await answered(async () => {
    const ctx = await setupContext(token);
    if (!ctx) throw new AppError("not_found", "This link has been used, or a newer one was made.");
    await perform(completeSetup, ctx, { token, name, email, password });
    return signInHere(email, password);
  });
  if (result.ok) redirect("/");
  const faults = Object.fromEntries((result.errors ?? []).map(({ pointer, detail }) => [pointer.slice(1), detail]));
  return { name, email, faults, fault: result.errors?.length ? undefined : result.detail };
}

function fieldsOf(form: FormData): Record<"name" | "email" | "password" | "token", string> {
  const text = (name: string) => String(form.get(name) ?? "");
  return { name: text("name"), email: text("email"), password: text("password"), token: text("token") };
}
