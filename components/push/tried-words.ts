import type { Tried } from "@/lib/core/push-device";

/** What came of a test, with the provider's own words. */
export function triedWords({ outcome, status, words, gone }: Tried): string {
  const said = [status === null ? "" : `answered ${status}`, words ? `“${words}”` : ""].filter(Boolean).join(": ");
  if (gone) return `The push service ${said}. The device is gone, so it was taken from the list: allow it there again.`;
  if (outcome === "sent") return `Sent: the push service ${said}. If nothing shows, see below for the device itself.`;
  return said ? `Not sent: the push service ${said}.` : "Not sent: the push service did not answer.";
}
