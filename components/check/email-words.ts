import type { Tried } from "@/lib/core/push-device";

/** What came of a test by email, with the mail provider's own words. */
export function emailWords({ outcome, status, words }: Tried): string {
  const said = [status, words].filter(Boolean).join(" ");
  if (outcome !== "sent") return `Not sent. The provider says: ${said}`;
  const look = "If it does not come, look among what your mailbox takes for spam.";
  return said ? `Sent. The provider says: ${said}. ${look}` : `Sent. ${look}`;
}
