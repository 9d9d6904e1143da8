import { addressOf, askedIn, type Params } from "@/components/ui/page-address";
import { INBOX_SHOWS, type InboxQuery } from "@/lib/core/inbox-query";

const FILTERS = ["section", "app", "person", "record", "search"] as const;
export type InboxFilterName = (typeof FILTERS)[number];

const LONGEST: Record<InboxFilterName, number> = { section: 120, app: 120, person: 200, record: 400, search: 200 };

/** What an address asks the inbox for; what it does not know, it leaves out. */
export function inboxQuery(params: Params): InboxQuery {
  const query: InboxQuery = { show: INBOX_SHOWS.find((show) => show === params.show) ?? "all" };
  for (const name of FILTERS) query[name] = askedIn(params, LONGEST[name]).text(name);
  return query;
}

/** The address of `query`; what is not asked for is left out (U9). */
export function inboxAddress(query: InboxQuery): string {
  return addressOf("/inbox", { ...query, show: query.show === "all" ? undefined : query.show });
}

/** Whether more is asked than which of the four lists. */
export function isFiltered(query: InboxQuery): boolean {
  return FILTERS.some((name) => query[name] !== undefined);
}
