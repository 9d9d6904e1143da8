import { Send } from "lucide-react";
import Link from "next/link";
import { DETAIL_WORDS, REASON_LABELS } from "@/components/activity/delivery-words";
import { NoneMatch } from "@/components/activity/none-match";
import { NothingHere, Way } from "@/components/ui/nothing-here";
import { RelativeTime } from "@/components/ui/relative-time";
import { OUTCOME } from "@/components/why/outcome-sign";
import type { DeliveryView } from "@/lib/core/activity-view";
import { CHANNEL_NAMES } from "@/lib/core/channel-names";

/** Deliveries, a line each: on which channel, to whom, and where it stands. */
export function DeliveryList({
  rows,
  zone,
  filtered,
  hasMore,
}: {
  rows: readonly DeliveryView[];
  zone: string;
  filtered: boolean;
  hasMore: boolean;
}) {
  if (rows.length === 0) return <Nothing filtered={filtered} hasMore={hasMore} />;
  return (
    <ul className="overflow-hidden rounded-xl border bg-card">
      {rows.map((row) => (
        <li key={row.id} className="relative border-b px-4 py-2.5 last:border-b-0 hover:bg-accent/50">
          <div className="grid gap-x-4 gap-y-0.5 lg:grid-cols-[minmax(0,1fr)_12rem_12rem_7rem] lg:items-baseline">
            <h2 className="wrap-anywhere min-w-0">
              <Link
                href={`/admin/activity/${row.eventId}?person=${encodeURIComponent(row.user)}`}
                className="font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ring focus-visible:after:-outline-offset-2"
              >
                {CHANNEL_NAMES[row.channel]}
              </Link>
              <span className="text-muted-foreground"> · {row.topicName}</span>
            </h2>
            <p className="truncate text-muted-foreground">
              to <bdi>{row.destination ?? row.user}</bdi>
            </p>
            <State row={row} />
            <p className="figures text-muted-foreground text-xs lg:text-right">
              <RelativeTime at={row.at} zone={zone} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function State({ row }: { row: DeliveryView }) {
  const { Icon, colour, word } = OUTCOME[row.state];
  return (
    <p className="flex items-start gap-1.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} />
      <span>
        {word}
        <span className="block text-muted-foreground text-xs">
          {(row.detail && DETAIL_WORDS[row.detail]) || REASON_LABELS[row.reason]}
          {row.attempts > 1 ? `, ${row.attempts} tries` : null}
        </span>
      </span>
    </p>
  );
}

function Nothing({ filtered, hasMore }: { filtered: boolean; hasMore: boolean }) {
  if (!filtered)
    return (
      <NothingHere Icon={Send} title="No deliveries yet">
        What leaves by email, Slack, Teams, webhook or push is listed here.
      </NothingHere>
    );
  return (
    <NoneMatch
      Icon={Send}
      hasMore={hasMore}
      action={<Way href="/admin/activity/deliveries">Show all deliveries</Way>}
    />
  );
}
