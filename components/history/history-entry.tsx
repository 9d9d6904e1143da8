import { RelativeTime } from "@/components/ui/relative-time";
import { ChangeSetting } from "@/components/why/change-setting";
import { OUTCOME } from "@/components/why/outcome-sign";
import type { HistoryLine, HistoryRow } from "@/lib/core/history";

/** One event: what it was, then what became of it on each channel, by whose decision. */
export function HistoryEntry({ row, zone }: { row: HistoryRow; zone: string }) {
  return (
    <li className="border-b px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="wrap-anywhere min-w-0 font-medium">
          <Title title={row.title} url={row.url} />
        </h3>
        <p className="figures text-muted-foreground text-xs">
          <RelativeTime at={row.at} zone={zone} />
        </p>
      </div>
      <p className="wrap-anywhere text-muted-foreground text-xs">
        {row.section} · {row.topicName}
      </p>
      <ul className="mt-1.5 space-y-1">
        {row.lines
          .filter(({ quiet }) => !quiet)
          .map((line) => (
            <Line key={line.sentence} line={line} />
          ))}
      </ul>
      <Quiet lines={row.lines.filter(({ quiet }) => quiet)} />
    </li>
  );
}

function Title({ title, url }: { title: string; url: string | null }) {
  if (!url) return <bdi>{title}</bdi>;
  const beside = url.startsWith("/") ? {} : { target: "_blank", rel: "noopener noreferrer" };
  return (
    <a href={url} {...beside} className="underline-offset-4 hover:underline">
      <bdi>{title}</bdi>
    </a>
  );
}

function Line({ line: { outcome, labels, sentence, setting } }: { line: HistoryLine }) {
  const { Icon, colour, word } = OUTCOME[outcome];
  // “Email is switched off …” names its channel itself.
  const names = sentence.startsWith(labels[0] ?? " ") ? "" : labels.join(", ");
  return (
    <li className="flex items-start gap-2 text-sm">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} />
      <p className="wrap-anywhere min-w-0">
        <span className="sr-only">{word}: </span>
        {names ? <span className="mr-1.5 font-medium">{names}</span> : null}
        <span className="text-muted-foreground">{sentence}</span>
        {setting ? <ChangeSetting setting={setting} /> : null}
      </p>
    </li>
  );
}

function Quiet({ lines }: { lines: HistoryLine[] }) {
  if (lines.length === 0) return null;
  return (
    <p className="wrap-anywhere mt-1 pl-6 text-muted-foreground text-xs">
      {lines.map(({ sentence, labels }) => `${sentence}: ${labels.join(", ")}.`).join(" ")}
    </p>
  );
}
