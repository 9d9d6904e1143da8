import { Inbox } from "lucide-react";
import Link from "next/link";
import { NothingHere } from "@/components/ui/nothing-here";
import { RelativeTime } from "@/components/ui/relative-time";

interface OutboxItem {
  id: string;
  to: string;
  subject: string;
  /** RFC 3339, UTC. */
  at: string;
}

/** Mails that went nowhere, a line each. */
export function OutboxList({ mails, zone }: { mails: readonly OutboxItem[]; zone: string }) {
  if (mails.length === 0)
    return (
      <NothingHere Icon={Inbox} title="The outbox is empty">
        While no email provider is set up, each mail that would have left is kept here for a month.
      </NothingHere>
    );
  return (
    <ul className="overflow-hidden rounded-xl border bg-card">
      {mails.map(({ id, to, subject, at }) => (
        <li key={id} className="relative border-b px-4 py-2.5 last:border-b-0 hover:bg-accent/50">
          <div className="grid gap-x-4 gap-y-0.5 lg:grid-cols-[minmax(0,1fr)_15rem_7rem] lg:items-baseline">
            <h2 className="wrap-anywhere min-w-0 font-medium">
              <Link
                href={`/admin/outbox/${id}`}
                className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ring focus-visible:after:-outline-offset-2"
              >
                <bdi>{subject}</bdi>
              </Link>
            </h2>
            <p className="truncate text-muted-foreground">
              to <bdi>{to}</bdi>
            </p>
            <p className="figures text-muted-foreground text-xs lg:text-right">
              <RelativeTime at={at} zone={zone} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
