import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { TriggerTrial } from "@/lib/core/trigger-view";

export type Tried = { trial: TriggerTrial } | null;

/** What a trigger would have made of the latest events. */
export function Trial({ tried, zone }: { tried: Tried; zone: string }) {
  if (!tried)
    return (
      <p className="text-muted-foreground">A dry run shows what it would have raised lately. It writes nothing.</p>
    );
  const { trial } = tried;
  return (
    <div className="space-y-3">
      <p className="font-medium">{summary(trial)}</p>
      <ul className="divide-y overflow-hidden rounded-xl border bg-card empty:hidden">
        {trial.raised.map(({ event, at, subject, title, recipients }) => (
          <li key={event} className="px-4 py-2.5">
            <p className="wrap-anywhere font-medium">
              <bdi>{title}</bdi>
            </p>
            <p className="wrap-anywhere text-muted-foreground text-sm">For {recipients.join(" · ")}</p>
            <p className="wrap-anywhere text-muted-foreground text-sm">
              <Link
                href={`/admin/activity/${event}`}
                prefetch={false}
                className="text-primary underline underline-offset-4"
              >
                {subject ?? "The event"}
              </Link>{" "}
              <RelativeTime at={at} zone={zone} />
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function summary({ looked, met, nobody, raised }: TriggerTrial): string {
  if (looked === 0) return "Nothing was posted to this topic yet.";
  const of = looked === 1 ? "the last event" : `the last ${looked} events`;
  const empty = nobody > 0 ? ` ${nobody} more held, with nobody to tell.` : "";
  const more = met > raised.length ? ` The latest ${raised.length}:` : "";
  return `It would have raised ${met === 1 ? "1 event" : `${met} events`} for ${of}.${empty}${more}`;
}
