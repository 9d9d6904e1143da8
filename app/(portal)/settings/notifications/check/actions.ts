"use server";

import { action } from "@/lib/http/action";
import { tryEmail as tryEmailUseCase } from "@/lib/usecases/check/try-email";
import { tryApp as tryAppUseCase } from "@/lib/usecases/connections/try-app";

export async function tryEmail() {
  const result = await action(tryEmailUseCase)({});
  if (!result.ok) return { ok: false as const, detail: result.detail };
  const { outcome, status, words } = result.value;
  const said = [status, words].filter(Boolean).join(" ");
  return { ok: true as const, words: outcome === "sent" ? sentWords(said) : `Not sent. The provider says: ${said}` };
}

export async function tryApp(id: string) {
  const result = await action(tryAppUseCase)({ id });
  return result.ok ? { ok: true as const, words: result.value.words } : { ok: false as const, detail: result.detail };
}

function sentWords(said: string): string {
  const look = "If it does not come, look among what your mailbox takes for spam.";
  return said ? `Sent. The provider says: ${said}. ${look}` : `Sent. ${look}`;
}
