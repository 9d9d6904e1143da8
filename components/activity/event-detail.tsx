import Link from "next/link";
import { Recipient } from "@/components/activity/recipient";
import type { Resend } from "@/components/activity/send-again";
import { EVENT_STATUS } from "@/components/activity/status-words";
import { BackLink } from "@/components/ui/back-link";
import { PagesFoot } from "@/components/ui/pages-foot";
import { RelativeTime } from "@/components/ui/relative-time";
import type { EventView } from "@/lib/core/activity-view";

/** An event from top to bottom: what was posted, then what became of it for each recipient (U24). */
export function EventDetail({
  event,
  person,
  paged,
  zone,
  resend,
}: {
  event: EventView;
  person?: string;
  paged: boolean;
  zone: string;
  resend: Resend;
}) {
  const { Icon, colour, word } = EVENT_STATUS[event.status];
  const here = `/admin/activity/${event.id}`;
  return (
    <div className="max-w-4xl space-y-5">
      <header>
        <BackLink href="/admin/activity">Activity</BackLink>
        <h1 className="wrap-anywhere font-semibold text-xl">
          {event.topicName}
          {event.subject ? (
            <span className="font-normal text-muted-foreground">
              {" · "}
              <bdi>{event.subject}</bdi>
            </span>
          ) : null}
        </h1>
        <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-muted-foreground">
          <Icon aria-hidden className={`size-4 shrink-0 ${colour}`} />
          <span className="text-foreground">{word}</span>
          <span>
            {event.actor ? `by ${event.actor}, ` : ""}
            {event.app ? `from ${event.app}` : event.cause ? raisedWords(event.cause) : "posted here"}
          </span>
          <RelativeTime at={event.at} zone={zone} />
          {event.cause ? (
            <span>
              · see <EventLink id={event.cause.event}>its cause</EventLink>
            </span>
          ) : null}
        </p>
        <p className="wrap-anywhere mt-1 font-mono text-muted-foreground text-xs">{event.id}</p>
      </header>
      <details className="rounded-xl border bg-card">
        <summary className="cursor-pointer px-4 py-2.5 font-medium">As it was posted</summary>
        <pre className="wrap-anywhere whitespace-pre-wrap border-t px-4 py-3 font-mono text-xs">
          {JSON.stringify(event.payload, null, 2)}
        </pre>
      </details>
      <Raised raised={event.raised} />
      <Recipients {...{ event, person, zone, here, resend }} />
      <PagesFoot
        start={person || paged ? here : null}
        next={event.nextCursor ? `${here}?cursor=${encodeURIComponent(event.nextCursor)}` : null}
      />
    </div>
  );
}

function raisedWords({ name, by, topic }: NonNullable<EventView["cause"]>): string {
  return `raised by the trigger ${name}${by ? `, set up by ${by},` : ""}${topic ? ` on ${topic}` : ""}`;
}

/** What triggers made of it (R85). */
function Raised({ raised }: Pick<EventView, "raised">) {
  if (raised.length === 0) return null;
  return (
    <section aria-labelledby="raised" className="space-y-1">
      <h2 id="raised" className="font-semibold">
        It raised
      </h2>
      <ul>
        {raised.map(({ id, name }) => (
          <li key={`${id} ${name}`} className="wrap-anywhere">
            {id ? (
              <EventLink id={id}>{name}</EventLink>
            ) : (
              `Nothing by ${name}: too many events followed from one another.`
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function EventLink({ id, children }: { id: string; children: string }) {
  return (
    <Link
      href={`/admin/activity/${id}`}
      prefetch={false}
      className="font-medium text-primary underline-offset-4 hover:underline"
    >
      {children}
    </Link>
  );
}

function Recipients({
  event,
  person,
  zone,
  here,
  resend,
}: {
  event: EventView;
  person?: string;
  zone: string;
  here: string;
  resend: Resend;
}) {
  const { recipientsShown: shown, decided } = event;
  return (
    <section aria-labelledby="recipients" className="space-y-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="recipients" className="font-semibold">
          {person ? "One recipient" : "Recipients"}{" "}
          <span className="figures font-normal text-muted-foreground">
            {person && decided > 1 ? `of ${decided.toLocaleString("en")}` : decided.toLocaleString("en")}
          </span>
        </h2>
        {decided > 20 || person ? <FindRecipient here={here} person={person} /> : null}
      </div>
      {shown.length === 0 ? <p className="text-muted-foreground">{nobody(event, person)}</p> : null}
      <div className="overflow-hidden rounded-xl border bg-card empty:hidden">
        {shown.map((one) => (
          <Recipient key={one.user} recipient={one} open={shown.length === 1} {...{ zone, resend }} />
        ))}
      </div>
    </section>
  );
}

function FindRecipient({ here, person }: { here: string; person?: string }) {
  return (
    <form action={here} className="flex items-center gap-2">
      <input
        type="search"
        name="person"
        defaultValue={person}
        aria-label="Find a recipient"
        placeholder="A person's id"
        className="h-9 w-48 rounded-md border border-input bg-card px-3 text-base placeholder:text-muted-foreground pointer-coarse:h-11"
      />
    </form>
  );
}

function nobody({ status }: EventView, person: string | undefined): string {
  if (person) return `It was not decided for “${person}”.`;
  if (status === "cancelled") return "It was cancelled before it was decided for anybody.";
  if (status === "accepted" || status === "scheduled") return "It is not decided yet.";
  return "It reached nobody: its groups had no members.";
}
