import { AlarmClock, CircleAlert, CircleCheck, LoaderCircle } from "lucide-react";
import { RelativeTime } from "@/components/ui/relative-time";
import { absoluteWords } from "@/components/ui/relative-words";
import type { FeedItem } from "@/lib/core/feed-item";

/** The quiet line: how it went, when, from where. */
export function ItemMeta({ item, zone }: { item: FeedItem; zone: string }) {
  return (
    <p className="figures flex flex-wrap items-center gap-x-1.5 text-muted-foreground text-xs">
      <Status status={item.status} />
      <RelativeTime at={item.updatedAt} zone={zone} className="relative whitespace-nowrap" />
      <Dot />
      <span className="min-w-0 truncate">{item.app?.name ?? item.section}</span>
      {item.count > 1 ? (
        <>
          <Dot />
          <span className="whitespace-nowrap">{item.count} events</span>
        </>
      ) : null}
      {item.snoozedUntil ? (
        <span className="inline-flex basis-full items-center gap-1 whitespace-nowrap font-medium text-held">
          <AlarmClock aria-hidden className="size-3.5" />
          Snoozed until {absoluteWords(new Date(item.snoozedUntil), zone)}
        </span>
      ) : null}
    </p>
  );
}

const STATUS = {
  running: { Icon: LoaderCircle, word: "Running", colour: "text-muted-foreground" },
  success: { Icon: CircleCheck, word: "Done", colour: "text-delivered" },
  failure: { Icon: CircleAlert, word: "Failed", colour: "text-destructive" },
};

function Status({ status }: { status: FeedItem["status"] }) {
  if (!status) return null;
  const { Icon, word, colour } = STATUS[status];
  return (
    <>
      <span className={`inline-flex items-center gap-1 font-medium ${colour}`}>
        <Icon aria-hidden className="size-3.5" />
        {word}
      </span>
      <Dot />
    </>
  );
}

function Dot() {
  return <span aria-hidden>·</span>;
}
