/** What every mail is made with. All of it is plain text, which the mail escapes itself. */
export interface MailFrame {
  /** Where links lead, without a trailing slash. */
  publicUrl: string;
  /** The workspace's name. */
  workspace: string;
  /** `timeZone` is the person's own, else the workspace's. */
  recipient: { name: string; timeZone: string };
  /** The one-click link's token (S25); null for what the company requires, which nobody can switch off (R54). */
  unsubscribe: string | null;
}

/** One notification, as a mail tells it. */
export interface MailItem {
  id: string;
  title: string;
  /** May be empty. */
  body: string;
  /** Where it leads, or null. Mails never link there: `/n/{id}` does, for its owner (S9). */
  url: string | null;
  /** Title of the record that it is about, or null. */
  record: string | null;
  /** Where it comes from: the app's name, else the section's. */
  origin: string;
  topic: { key: string; name: string };
  /** RFC 3339. */
  at: string;
}

/** What a digest covers; a catch-up is what quiet hours or a pause held. */
export type DigestPeriod = "daily" | "weekly" | "catch_up";

/** A record among those that one notification tells of. `at`: RFC 3339. */
export interface MergedPart {
  title: string;
  at: string;
}

/** What a mail lists at most: above this size mailboxes cut mails off (U33). */
export const MOST_LISTED = 30;

/** The four kinds of mail and what each needs. */
export interface MailData {
  notification: MailFrame & { item: MailItem };
  /** Several events in one: `item.title` counts them; `parts` are their records, newest first; `total` may be more. */
  merged: MailFrame & { item: MailItem; parts: readonly MergedPart[]; total: number };
  /** `items` newest first; `total` may be more than are listed. */
  digest: MailFrame & { period: DigestPeriod; items: readonly MailItem[]; total: number };
  /** `sender` is the admin's name; `html` the body with its tags, cleaned: the one text here that is not plain (S8). */
  broadcast: MailFrame & { item: MailItem; sender: string | null; html: string };
}
export type MailKind = keyof MailData;

/** A mail but for its addresses. `headers` are those beside From, To and Subject. */
export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
}

/** What a one-click link ends: one topic's email, a digest, or all email that is not required. */
export type MailEnd = { topic: string } | { digest: Exclude<DigestPeriod, "catch_up"> } | { all: true };
