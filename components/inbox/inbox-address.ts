import { INBOX_SHOWS, type InboxQuery } from "@/lib/core/inbox-query";

const FILTERS = ["section", "app", "person", "record", "search"] as const;
export type InboxFilterName = (typeof FILTERS)[number];

const LONGEST: Record<InboxFilterName, number> = { section: 120, app: 120, person: 200, record: 400, search: 200 };

/** What an address asks the inbox for; what it does not know, it leaves out. */
export function inboxQuery(params: Record<string, string | string[] | undefined>): InboxQuery {
  const query: InboxQuery = { show: INBOX_SHOWS.find((show) => show === params.show) ?? "all" };
  for (const name of FILTERS) {
    const given = params[name];
    // PostgreSQL refuses texts with NUL.
    const value = typeof given === "string" ? given.replaceAll("\0", "").slice(0, LONGEST[name]) : "";
    if (value.trim() !== "") query[name] = value;
  }
  return query;
}

/** The address of `query`; what is not asked for is left out (U9). */
export function inboxAddress(query: InboxQuery): string {
  const params = new URLSearchParams();
  if (query.show !== "all") params.set("show", query.show);
  for (const name of FILTERS) if (query[name]) params.set(name, query[name]);
  const text = params.toString();
  return `/inbox${text && `?${text}`}`;
}

/** Whether more is asked than which of the four lists. */
export function isFiltered(query: InboxQuery): boolean {
  return FILTERS.some((name) => query[name] !== undefined);
}
