import { RelativeTime } from "@/components/ui/relative-time";
import { datedWords } from "@/components/ui/relative-words";
import type { BroadcastView } from "@/lib/core/broadcast-view";

type Times = Pick<BroadcastView, "status" | "started_at" | "deliver_at">;

/** When it went out, or when it will: what is to come is said by the clock, in the reader's zone. */
export function SentTime({ broadcast, zone }: { broadcast: Times; zone: string }) {
  const { status, started_at, deliver_at } = broadcast;
  if (status !== "scheduled") return <RelativeTime at={started_at ?? deliver_at} zone={zone} />;
  return (
    <time dateTime={deliver_at}>
      {datedWords(new Date(deliver_at), zone)}, {zone.replaceAll("_", " ")}
    </time>
  );
}
