"use server";

import type { LetterChoice } from "@/components/activity/dead-letters";
import { action } from "@/lib/http/action";
import { discardDeadLetters } from "@/lib/usecases/delivery/discard-dead-letters";
import { retryDeadLetters } from "@/lib/usecases/delivery/retry-dead-letters";

export async function retry(choice: LetterChoice) {
  const answer = await action(retryDeadLetters)(choice);
  return answer.ok ? { ok: true as const, value: answer.value.retried } : answer;
}

export async function discard(choice: LetterChoice) {
  const answer = await action(discardDeadLetters)(choice);
  return answer.ok ? { ok: true as const, value: answer.value.discarded } : answer;
}
