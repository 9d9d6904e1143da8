import type { MailData, MailFrame, MailItem, MailKind } from "@/lib/core/mail";
import { preferencesAddress } from "@/lib/core/preferences-address";
import { TRY_ID } from "@/lib/core/try-content";
import { openAddress } from "../open-address";

/** Opens it for its owner, marks it read, and leads on to its record (api.md, "Around it"); of a test, the inbox. */
export function itemAddress({ publicUrl }: MailFrame, { id }: MailItem): string {
  return openAddress(publicUrl, { notificationId: id });
}

/** Our inbox, for what a mail does not list. */
export function inboxAddress({ publicUrl }: MailFrame): string {
  return `${publicUrl}/inbox`;
}

/** Where a person changes what they get by email: at the mail's topic, or the whole tab where it is of none. */
export function preferencesLink(data: MailData[MailKind]): string {
  const topic = "item" in data && data.item.id !== TRY_ID ? data.item.topic.key : undefined;
  return data.publicUrl + preferencesAddress({ medium: "email", topic });
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
