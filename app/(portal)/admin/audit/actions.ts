"use server";

import { action } from "@/lib/http/action";
import { checkChain } from "@/lib/usecases/audit/check-chain";

export async function checkFrom(after: number) {
  return action(checkChain)({ after });
}
