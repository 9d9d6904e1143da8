"use server";

import { action } from "@/lib/http/action";
import { resendDelivery } from "@/lib/usecases/delivery/resend-delivery";

export async function resend(id: string) {
  return action(resendDelivery)({ id });
}
