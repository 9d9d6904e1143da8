import Link from "next/link";
import type { Resend } from "@/components/activity/send-again";
import { Tries } from "@/components/activity/tries";
import { OUTCOME } from "@/components/why/outcome-sign";
import { Trail } from "@/components/why/trail";
import type { RecipientView } from "@/lib/core/activity-view";
import { CHANNEL_NAMES } from "@/lib/core/channel-names";

/** What became of an event for one recipient: the short answer, and unfolded the whole trail. */
export function Recipient({
  recipient,
  zone,
  open,
  resend,
}: {
  recipient: RecipientView;
  zone: string;
  open: boolean;
  resend?: Resend;
}) {
  const { user, name, explanation, deliveries } = recipient;
  return (
    <details open={open} className="group border-b last:border-b-0">
      <summary className="cursor-pointer list-none px-4 py-3 hover:bg-accent/50 [&::-webkit-details-marker]:hidden">
        <span className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <span className="wrap-anywhere min-w-0 font-medium">
            <bdi>{name ?? user}</bdi>
            {name && name !== user ? <span className="font-normal text-muted-foreground text-xs"> {user}</span> : null}
          </span>
          <Channels recipient={recipient} />
        </span>
        <span className="wrap-anywhere block text-muted-foreground group-open:hidden">{explanation.sentence}</span>
      </summary>
      <div className="space-y-4 px-4 pb-4">
        <Trail explanation={explanation} zone={zone} />
        {deliveries.map((delivery) => (
          <Tries key={delivery.id} {...{ delivery, zone, resend }} />
        ))}
        {name ? (
          <p>
            <Link
              href={`/admin/activity?person=${encodeURIComponent(user)}`}
              className="font-medium text-primary underline-offset-4 hover:underline"
            >
              All that was decided for {name}
            </Link>
          </p>
        ) : null}
      </div>
    </details>
  );
}

/** The channels that brought it or failed, by sign; their words are in the trail. */
function Channels({ recipient: { explanation } }: { recipient: RecipientView }) {
  const told = explanation.channels.filter(({ outcome }) => outcome !== "suppressed");
  if (told.length === 0) return <span className="text-muted-foreground text-xs">Nothing sent</span>;
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {told.map(({ channel, outcome }) => {
        const { Icon, colour, word } = OUTCOME[outcome];
        return (
          <span key={channel} className="flex items-center gap-1 text-xs">
            <Icon aria-hidden className={`size-3.5 ${colour}`} />
            {CHANNEL_NAMES[channel]}
            <span className="sr-only">: {word}</span>
          </span>
        );
      })}
    </span>
  );
}
