import type { FeedItem } from "./feed-item";
import { foldText } from "./fold-text";

export const INBOX_SHOWS = ["all", "unread", "snoozed", "archived"] as const;
export type InboxShow = (typeof INBOX_SHOWS)[number];

/** What of a person's notifications the inbox lists. What is not named lets everything through. */
export interface InboxQuery {
  show: InboxShow;
  /** Key of a section. */
  section?: string;
  /** Id of an app. */
  app?: string;
  /** Who did it: see `personKey`. */
  person?: string;
  /** What it is about: see `recordKey`. */
  record?: string;
  /** Words that must all stand in title or body, whatever their case and accents. */
  search?: string;
}

/** The id of who did it, or the name where an event gave no more. */
export function personKey({ id, name }: { id?: string; name: string }): string {
  return id ?? name;
}

/** Type and id of a record as one text; the type cannot hold a colon of its own then. */
export function recordKey({ type, id }: { type: string; id: string }): string {
  return `${encodeURIComponent(type)}:${id}`;
}

/** Takes a `recordKey` apart; undefined for any other text. */
export function readRecordKey(key: string): { type: string; id: string } | undefined {
  const at = key.indexOf(":");
  if (at < 1) return undefined;
  try {
    return { type: decodeURIComponent(key.slice(0, at)), id: key.slice(at + 1) };
  } catch {
    return undefined;
  }
}

/** The words of a search, folded; none of an empty one. */
export function searchWords(search: string | undefined): string[] {
  return foldText(search ?? "")
    .split(/\s+/)
    .filter(Boolean);
}

/** Whether every one of `words`, folded, stands in the title or the body. */
export function saysAll({ title, body }: { title: string; body: string }, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = foldText(`${title}\n${body}`);
  return words.every((word) => text.includes(word));
}

/** Whether what has just arrived belongs in a list of this query. */
export function isWanted(item: FeedItem, query: InboxQuery): boolean {
  if (query.show === "snoozed" || query.show === "archived") return false;
  if (query.show === "unread" && item.readAt !== null) return false;
  if (query.section !== undefined && item.sectionKey !== query.section) return false;
  if (query.app !== undefined && item.app?.id !== query.app) return false;
  if (query.person !== undefined && (!item.actor || personKey(item.actor) !== query.person)) return false;
  if (query.record !== undefined && (!item.subject || recordKey(item.subject) !== query.record)) return false;
  return saysAll(item, searchWords(query.search));
}
