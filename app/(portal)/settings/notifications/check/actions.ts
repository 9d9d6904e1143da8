"use server";

import { action } from "@/lib/http/action";
import { tryEmail as tryEmailUseCase } from "@/lib/usecases/check/try-email";
import { tryApp as tryAppUseCase } from "@/lib/usecases/connections/try-app";

export async function tryEmail() {
  return action(tryEmailUseCase)({});
}

export async function tryApp(id: string) {
  return action(tryAppUseCase)({ id });
}
