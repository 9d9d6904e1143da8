import Link from "next/link";
import { cn } from "@/components/ui/cn";

const INBOX_FILTERS = ["all", "unread"] as const;
export type InboxFilter = (typeof INBOX_FILTERS)[number];

const HREF: Record<InboxFilter, string> = { all: "/inbox", unread: "/inbox?show=unread" };
const NAME: Record<InboxFilter, string> = { all: "All", unread: "Unread" };

/** Which notifications the inbox lists. Links, so that the state is in the address (U9). */
export function Filters({ filter }: { filter: InboxFilter }) {
  return (
    <nav aria-label="Filter" className="flex gap-0.5 rounded-lg bg-muted p-0.5">
      {INBOX_FILTERS.map((one) => (
        <Link
          key={one}
          href={HREF[one]}
          aria-current={one === filter ? "page" : undefined}
          className={cn(
            "flex h-8 items-center rounded-md px-3 font-medium text-muted-foreground transition-colors hover:text-foreground pointer-coarse:h-11",
            one === filter && "bg-card text-foreground ring-1 ring-border forced-colors:underline",
          )}
        >
          {NAME[one]}
        </Link>
      ))}
    </nav>
  );
}
