import { isAwaiting, people } from "@/components/broadcasts/words";
import { Button } from "@/components/ui/button";
import type { BroadcastDetail } from "@/lib/core/broadcast-view";

interface UndoBarProps {
  broadcast: BroadcastDetail;
  now: number | null;
  onUndo(): void;
}

/** Longer before it leaves, it is scheduled, and can be cancelled like anything scheduled; seconds. */
const LAST = 30;

/** The last seconds in which it can be taken back before anybody is told (U22). */
export function UndoBar({ broadcast, now, onUndo }: UndoBarProps) {
  const { status, started_at, paused_at, deliver_at, audience } = broadcast;
  const left = now === null ? 0 : Math.ceil((Date.parse(deliver_at) - now) / 1000);
  if (status === "recalled" || isAwaiting(broadcast) || started_at || paused_at || left <= 0 || left > LAST)
    return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-xl border bg-unread px-4 py-3">
      <p className="figures">
        Goes to {people(audience)} in {left} s.
      </p>
      <Button size="sm" onClick={onUndo}>
        Undo
      </Button>
    </div>
  );
}
