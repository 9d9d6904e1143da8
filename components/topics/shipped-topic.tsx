import Link from "next/link";
import { TAB_NAMES } from "@/components/preferences/names";
import { BackLink } from "@/components/ui/back-link";
import { MEDIA } from "@/lib/core/channel";
import type { OwnTopic } from "@/lib/core/own-topic";

/** A topic that ships with Belfry: what it does, to read. */
export function ShippedTopic({ topic }: { topic: OwnTopic }) {
  return (
    <div className="space-y-6">
      <div>
        <BackLink href="/admin/topics">Topics</BackLink>
        <h1 className="wrap-anywhere font-semibold text-xl">{topic.name}</h1>
        <p className="wrap-anywhere font-mono text-muted-foreground text-sm">{topic.key}</p>
        <p className="mt-1 text-muted-foreground">
          It ships with Belfry, and what it does is fixed. What it says is not:{" "}
          <Link className="text-primary underline underline-offset-4" href={`/admin/templates/${topic.key}`}>
            put it in your words
          </Link>
          .
        </p>
      </div>
      <dl className="max-w-2xl divide-y overflow-hidden rounded-xl border bg-card">
        {factsOf(topic).map(([name, value]) => (
          <div key={name} className="grid gap-x-4 gap-y-0.5 px-4 py-2.5 sm:grid-cols-[10rem_1fr]">
            <dt className="text-muted-foreground">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function factsOf(topic: OwnTopic): [string, string][] {
  const media = (listed: readonly string[]) =>
    MEDIA.filter((medium) => listed.includes(medium))
      .map((medium) => TAB_NAMES[medium])
      .join(", ");
  const facts: [string, string | number | null | undefined][] = [
    ["Section", topic.section],
    ["Offered on", media(topic.media)],
    ["On by default", media(topic.default_on ?? []) || "Nowhere"],
    ["Always on", media(topic.required)],
    ["Relations", topic.audience.join(", ") || "Anybody whom an event names"],
    ["Permission", topic.permission],
    ["Role", topic.role],
    ["Condition", topic.condition],
    ["Merges within", topic.merge_seconds && `${topic.merge_seconds} seconds`],
    ["On multiples of", topic.align_seconds && `${topic.align_seconds} seconds`],
    ["Silent for", topic.ignore_origins.join(", ")],
    ["Urgency", topic.urgency],
    ["Title", topic.title],
    ["Body", topic.body],
  ];
  return facts.flatMap(([name, value]): [string, string][] => (value ? [[name, String(value)]] : []));
}
