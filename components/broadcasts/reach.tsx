import { usePace } from "@/components/broadcasts/use-pace";
import { figure } from "@/components/broadcasts/words";
import { Progress } from "@/components/ui/progress";
import type { BroadcastDetail } from "@/lib/core/broadcast-view";

/** How far it is, in numbers that add up: told and not told are all that were decided on (U23). */
export function Reach({ broadcast, now }: { broadcast: BroadcastDetail; now: number | null }) {
  const { audience, decided, progress } = broadcast;
  const pace = usePace(broadcast, now);
  const far = `${figure(decided)} of ${figure(audience)}${pace ? ` · ${pace}` : ""}`;
  return (
    <section aria-label="Reach" className="rounded-xl border bg-card p-4">
      <Progress value={progress * 100} label="Progress" valueText={far} />
      <p aria-hidden className="figures pt-1.5 text-muted-foreground text-sm">
        {far}
      </p>
      <p role="status" className="sr-only">
        {quarterWords(broadcast)}
      </p>
      <dl className="figures flex flex-wrap gap-x-8 gap-y-2 pt-3">
        {numbersOf(broadcast).map(([name, count]) => (
          <div key={name}>
            <dt className="text-muted-foreground text-sm">{name}</dt>
            <dd className="font-semibold text-lg">{figure(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Only quarters are announced: more would talk without end. */
function quarterWords({ status, paused_at, progress }: BroadcastDetail): string {
  if (status === "scheduled" || status === "recalled" || paused_at) return "";
  return `${Math.floor(progress * 4) * 25} percent`;
}

function numbersOf(broadcast: BroadcastDetail): [string, number][] {
  const { audience, decided, notified, read, acknowledged, require_acknowledgement, failed } = broadcast;
  const numbers: [string, number][] = [
    ["For", audience],
    ["Notified", notified],
    ["Not notified", decided - notified],
    ["Read", read],
  ];
  if (require_acknowledgement) numbers.push(["Acknowledged", acknowledged]);
  // Of messages, not of people: it stays out of the sum unless there are any.
  if (failed > 0) numbers.push(["Messages failed", failed]);
  return numbers;
}
