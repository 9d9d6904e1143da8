"use server";

import type { LetterChoice } from "@/components/activity/dead-letters";
import { action } from "@/lib/http/action";
import { discardDeadLetters } from "@/lib/usecases/delivery/discard-dead-letters";
import { retryDeadLetters } from "@/lib/usecases/delivery/retry-dead-letters";

export async function retry(choice: LetterChoice) {
  const result = await action(retryDeadLetters)(choice);
  return result.ok ? { ok: true as const, count: result.value.retried } : { ok: false as const, detail: result.detail };
}

export async function discard(choice: LetterChoice) {
  const result = await action(discardDeadLetters)(choice);
  return result.ok
    ? { ok: true as const, count: result.value.discarded }
    : { ok: false as const, detail: result.detail };
}
