import Link from "next/link";
import { inboxAddress } from "@/components/inbox/inbox-address";
import { cn } from "@/components/ui/cn";
import { INBOX_SHOWS, type InboxQuery, type InboxShow } from "@/lib/core/inbox-query";

const NAME: Record<InboxShow, string> = { all: "All", unread: "Unread", snoozed: "Snoozed", archived: "Archived" };

/** Which notifications the inbox lists. Links, so that the state is in the address (U9); the other filters stay. */
export function Filters({ query }: { query: InboxQuery }) {
  return (
    <nav
      aria-label="Filter"
      className="flex gap-0.5 rounded-lg bg-muted p-0.5 max-sm:grid max-sm:w-full max-sm:grid-cols-4"
    >
      {INBOX_SHOWS.map((show) => (
        <Link
          key={show}
          href={inboxAddress({ ...query, show })}
          // What it lists changes by the minute: a list that was fetched before it is asked for would be thrown away.
          prefetch={false}
          aria-current={show === query.show ? "page" : undefined}
          className={cn(
            "flex h-8 items-center justify-center rounded-md px-3 font-medium text-muted-foreground transition-colors hover:text-foreground max-sm:px-1 max-[24rem]:text-sm pointer-coarse:h-11",
            show === query.show && "bg-card text-foreground ring-1 ring-border forced-colors:underline",
          )}
        >
          {NAME[show]}
        </Link>
      ))}
    </nav>
  );
}
