import Link from "next/link";
import { DETAIL_WORDS, REASON_LABELS } from "@/components/activity/delivery-words";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Channel, Reason } from "@/lib/core/channel";
import { CHANNEL_NAMES } from "@/lib/core/channel-names";

/** A dead letter as the use case answers it; instants are RFC 3339. */
export interface DeadLetterView {
  id: string;
  user: string;
  event_id: string;
  channel: Channel;
  destination: string | null;
  reason: Reason;
  detail: string | null;
  attempts: number;
  title: string | null;
  topic_name: string;
  ended_at: string | null;
  created_at: string;
  last: { status: number | null; words: string | null; ambiguous: boolean } | null;
}

/** What could not be delivered: to whom, why, after how many tries, and what the provider said last. */
export function DeadLetter({ letter, zone }: { letter: DeadLetterView; zone: string }) {
  const { detail, reason, last } = letter;
  return (
    <div className="min-w-0 flex-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="wrap-anywhere min-w-0 font-medium">
          <Link
            href={`/admin/activity/${letter.event_id}?person=${encodeURIComponent(letter.user)}`}
            className="underline-offset-4 hover:underline"
          >
            <bdi>{letter.title ?? letter.topic_name}</bdi>
          </Link>
        </h2>
        <p className="figures text-muted-foreground text-xs">
          <RelativeTime at={letter.ended_at ?? letter.created_at} zone={zone} />
        </p>
      </div>
      <p className="wrap-anywhere text-muted-foreground">
        {CHANNEL_NAMES[letter.channel]} to <bdi>{letter.destination ?? letter.user}</bdi>
      </p>
      <p className="wrap-anywhere">
        {(detail && DETAIL_WORDS[detail]) || REASON_LABELS[reason]}
        {letter.attempts > 0 ? `, after ${letter.attempts} ${letter.attempts === 1 ? "try" : "tries"}` : null}
        {last?.ambiguous && !detail ? ". It may have arrived all the same." : null}
      </p>
      {last?.words || last?.status ? (
        <pre className="wrap-anywhere mt-1 whitespace-pre-wrap rounded-md bg-muted px-2 py-1 font-mono text-xs">
          {[last.status, last.words].filter(Boolean).join(" ")}
        </pre>
      ) : null}
    </div>
  );
}
