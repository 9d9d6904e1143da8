import type { MailFrame, MailItem } from "@/lib/core/mail";
import { preferencesAddress } from "@/lib/core/preferences-address";

/** Opens it for its owner, marks it read, and leads on to its record (api.md, "Around it"). */
export function itemAddress({ publicUrl }: MailFrame, { id }: MailItem): string {
  return `${publicUrl}/n/${encodeURIComponent(id)}`;
}

/** Our inbox, for what a mail does not list. */
export function inboxAddress({ publicUrl }: MailFrame): string {
  return `${publicUrl}/inbox`;
}

/** Where a person changes what they get by email: at one topic, or the whole tab. */
export function preferencesLink({ publicUrl }: MailFrame, topic?: string): string {
  return publicUrl + preferencesAddress({ medium: "email", topic });
}

/** Where one click ends such mails (S25); null where nothing ends them (R54). */
export function unsubscribeAddress({ publicUrl, unsubscribe }: MailFrame): string | null {
  return unsubscribe === null ? null : `${publicUrl}/unsubscribe/${encodeURIComponent(unsubscribe)}`;
}

/** The host that an item leads to when it is not ours; people should see it before they follow (S9). */
export function outsideHost({ publicUrl }: MailFrame, { url }: MailItem): string | null {
  if (url === null || !/^https?:/i.test(url) || !URL.canParse(url)) return null;
  const { host } = new URL(url);
  return host === new URL(publicUrl).host ? null : host;
}
