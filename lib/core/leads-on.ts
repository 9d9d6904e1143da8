import { isSafeLink } from "./event";

/** Where who opens a notification is sent on to: its http or https link, or a page of ours; null to show it (S9). */
export function leadsOn(url: string | null): string | null {
  if (url === null || !isSafeLink(url)) return null;
  // A page of notifications would lead on once more, perhaps for ever.
  if (url.startsWith("/")) return /^\/(n|api|_next)(\/|$)/.test(url) ? null : url;
  return /^https?:/i.test(url) ? url : null;
}
