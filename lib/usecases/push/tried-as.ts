import type { Tried } from "@/lib/core/push-device";
import type { SendResult } from "@/lib/core/send-result";

/** A test's end, for the person who asked. */
export function triedAs(result: SendResult | undefined, gone: boolean): Tried {
  const outcome = result?.outcome === "sent" ? "sent" : "failed";
  return { outcome, status: result?.status ?? null, words: result?.words?.trim() ?? "", gone };
}
