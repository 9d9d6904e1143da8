import { Activity } from "lucide-react";
import Link from "next/link";
import { NoneMatch } from "@/components/activity/none-match";
import { EVENT_STATUS } from "@/components/activity/status-words";
import { NothingHere, Way } from "@/components/ui/nothing-here";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ActivityRow } from "@/lib/core/activity-view";

interface EventListProps {
  rows: readonly ActivityRow[];
  zone: string;
  /** Whom the list is about: each event opens at them. */
  person?: string;
  filtered: boolean;
  hasMore: boolean;
}

/** Events, a line each: what, for whom, by whom, when, and where it stands. */
export function EventList({ rows, zone, person, filtered, hasMore }: EventListProps) {
  if (rows.length === 0) return <Nothing filtered={filtered} hasMore={hasMore} />;
  return (
    <ul className="overflow-hidden rounded-xl border bg-card">
      {rows.map((row) => (
        <li key={row.id} className="relative border-b px-4 py-2.5 last:border-b-0 hover:bg-accent/50">
          <div className="grid gap-x-4 gap-y-0.5 lg:grid-cols-[minmax(0,1fr)_12rem_8rem_7rem] lg:items-baseline">
            <h2 className="wrap-anywhere min-w-0">
              <Link
                href={`/admin/activity/${row.id}${person ? `?person=${encodeURIComponent(person)}` : ""}`}
                className="font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ring focus-visible:after:-outline-offset-2"
              >
                {row.topicName}
              </Link>
              {row.subject ? (
                <span className="text-muted-foreground">
                  {" · "}
                  <bdi>{row.subject}</bdi>
                </span>
              ) : null}
              <span className="block truncate text-muted-foreground text-xs">{by(row)}</span>
            </h2>
            <p className="truncate text-muted-foreground">
              to <bdi>{row.recipients}</bdi>
            </p>
            <Status row={row} />
            <p className="figures text-muted-foreground text-xs lg:text-right">
              <RelativeTime at={row.at} zone={zone} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function by({ actor, app }: ActivityRow): string {
  return [actor ? `by ${actor}` : null, app ? `from ${app}` : "posted here"].filter(Boolean).join(", ");
}

function Status({ row }: { row: ActivityRow }) {
  const { Icon, colour, word } = EVENT_STATUS[row.status];
  return (
    <p>
      <Icon aria-hidden className={`-mt-0.5 mr-1.5 inline size-4 ${colour}`} />
      {word}
    </p>
  );
}

function Nothing({ filtered, hasMore }: { filtered: boolean; hasMore: boolean }) {
  if (!filtered)
    return (
      <NothingHere Icon={Activity} title="No events yet" action={<Way href="/developers">How apps post</Way>}>
        Each event that an app posts is listed here, with what became of it.
      </NothingHere>
    );
  return <NoneMatch Icon={Activity} hasMore={hasMore} action={<Way href="/admin/activity">Show all events</Way>} />;
}
