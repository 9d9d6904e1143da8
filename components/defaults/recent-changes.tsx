import { cellName } from "@/components/defaults/words";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DefaultsView, SavedChange } from "@/lib/core/defaults-view";

/** The latest saved changes of a profile, each with its undo: it is refused while a later change stands on it. */
export function RecentChanges({
  view: { changes, sections },
  zone,
  onUndo,
}: {
  view: DefaultsView;
  zone: string;
  onUndo(change: string): void;
}) {
  if (changes.length === 0) return null;
  const names = new Map(sections.flatMap(({ topics }) => topics.map(({ key, name }) => [key, name] as const)));
  return (
    <section aria-labelledby="recent" className="pt-8">
      <h2 id="recent" className="mb-2 font-semibold text-lg">
        Saved lately
      </h2>
      <ul className="divide-y rounded-xl border bg-card">
        {changes.map((change) => (
          <li key={change.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5">
            <div className="min-w-0 flex-1 basis-60">
              <p className="wrap-anywhere">{summary(change, names)}</p>
              <p className="text-muted-foreground text-sm">
                <bdi>{change.by}</bdi> · <RelativeTime at={change.at} zone={zone} />
                {change.everyone ? " · for everyone" : ""}
              </p>
            </div>
            {change.undoneAt ? (
              <span className="text-muted-foreground text-sm">Taken back</span>
            ) : (
              <Button variant="outline" size="sm" onClick={() => onUndo(change.id)}>
                Undo<span className="sr-only"> {summary(change, names)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function summary({ cells }: SavedChange, names: ReadonlyMap<string, string>): string {
  const [first, ...others] = cells;
  if (!first) return "";
  const became = first.enabled === null ? "follows again" : first.enabled ? "on" : "off";
  const more = others.length === 0 ? "" : `, and ${others.length} more`;
  return `${cellName(first, names.get(first.topic) ?? null)}: ${became}${more}`;
}
