"use server";

import { action } from "@/lib/http/action";
import { resendDelivery } from "@/lib/usecases/delivery/resend-delivery";

export async function resend(id: string) {
  const result = await action(resendDelivery)({ id });
  return result.ok ? { ok: true as const } : { ok: false as const, detail: result.detail };
}
