import { DETAIL_WORDS, endedWords, REASON_LABELS } from "@/components/activity/delivery-words";
import { type Resend, SendAgain } from "@/components/activity/send-again";
import { RelativeTime } from "@/components/ui/relative-time";
import { OUTCOME } from "@/components/why/outcome-sign";
import type { RecipientView } from "@/lib/core/activity-view";
import { CHANNEL_NAMES } from "@/lib/core/channel-names";

/** One delivery with each of its tries and what the provider answered, in its own words. */
export function Tries({
  delivery,
  zone,
  resend,
}: {
  delivery: RecipientView["deliveries"][number];
  zone: string;
  /** Absent where nothing can be sent, as in a dry run. */
  resend?: Resend;
}) {
  const { id, channel, state, reason, detail, destination, dueAt, tries } = delivery;
  return (
    <article aria-label={`${CHANNEL_NAMES[channel]}: tries`} className="rounded-lg border p-3">
      <h3 className="wrap-anywhere font-medium">
        {CHANNEL_NAMES[channel]}
        {destination ? <bdi className="font-normal text-muted-foreground"> to {destination}</bdi> : null}
      </h3>
      <p className="text-muted-foreground">
        {OUTCOME[state].word}: {(detail && DETAIL_WORDS[detail]) || REASON_LABELS[reason]}
        {state === "pending" ? (
          <>
            {", due "}
            <time dateTime={dueAt}>{new Date(dueAt).toLocaleString("en-GB", { timeZone: zone })}</time>
          </>
        ) : null}
      </p>
      {tries.length === 0 ? <p className="mt-2 text-muted-foreground text-xs">Not tried yet.</p> : null}
      <ol className="mt-2 space-y-2">
        {tries.map((one) => (
          <li key={one.number} className="border-l-2 pl-3">
            <p className="figures">
              {endedWords(one)}
              <span className="text-muted-foreground text-xs">
                {one.status ? ` · ${one.status}` : ""} · {one.took} ms · <RelativeTime at={one.startedAt} zone={zone} />
              </span>
            </p>
            {one.words ? (
              <pre className="wrap-anywhere mt-1 whitespace-pre-wrap rounded-md bg-muted px-2 py-1 font-mono text-xs">
                {one.words}
              </pre>
            ) : null}
          </li>
        ))}
      </ol>
      {resend && state !== "pending" ? (
        <p className="mt-3">
          <SendAgain id={id} name={CHANNEL_NAMES[channel]} resend={resend} />
        </p>
      ) : null}
    </article>
  );
}
