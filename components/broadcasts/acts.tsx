"use client";

import { useState } from "react";
import type { BroadcastActions } from "@/components/broadcasts/actions";
import { EditDialog } from "@/components/broadcasts/edit-dialog";
import { RecallDialog } from "@/components/broadcasts/recall-dialog";
import { RetryDialog } from "@/components/broadcasts/retry-dialog";
import { figure, isAwaiting, isFixed } from "@/components/broadcasts/words";
import type { Answer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import type { BroadcastDetail } from "@/lib/core/broadcast-view";

interface ActsProps {
  broadcast: BroadcastDetail;
  actions: BroadcastActions;
  /** Asks, and shows what became of it. */
  act(ask: () => Promise<Answer<BroadcastDetail>>): Promise<Answer<BroadcastDetail>>;
}

/** What can still be done with it: pause, edit, remind, send again what failed, take back. */
export function Acts({ broadcast, actions, act }: ActsProps) {
  const [open, setOpen] = useState<"edit" | "retry" | "recall" | null>(null);
  const { id, status, paused_at, expired_at, notified, read, acknowledged, require_acknowledgement, failed } =
    broadcast;
  const canRest = (status === "scheduled" || status === "sending") && !isAwaiting(broadcast);
  const left = notified - (require_acknowledgement ? acknowledged : read);
  const takeBack = notified > 0 ? "Recall" : "Cancel";
  if (status === "recalled") return null;
  return (
    <div className="flex flex-wrap gap-2">
      {canRest ? (
        <Button variant="outline" size="sm" onClick={() => act(() => actions.pause(id, paused_at === null))}>
          {paused_at ? "Go on" : "Pause"}
        </Button>
      ) : null}
      {expired_at || isFixed(broadcast) ? null : (
        <Button variant="outline" size="sm" onClick={() => setOpen("edit")}>
          Edit
        </Button>
      )}
      {status === "sent" && !expired_at && left > 0 ? (
        <Button variant="outline" size="sm" onClick={() => act(() => actions.remind(id))}>
          Remind the other {figure(left)}
        </Button>
      ) : null}
      {failed > 0 && !expired_at ? (
        <Button variant="outline" size="sm" onClick={() => setOpen("retry")}>
          Retry failed ({figure(failed)})
        </Button>
      ) : null}
      <Button variant="outline" size="sm" className="text-destructive" onClick={() => setOpen("recall")}>
        {takeBack}
      </Button>
      {open === "edit" ? (
        <EditDialog
          broadcast={broadcast}
          onSave={(change) => act(() => actions.change(id, change))}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === "retry" ? (
        <RetryDialog failed={failed} onRetry={() => act(() => actions.retry(id))} onClose={() => setOpen(null)} />
      ) : null}
      {open === "recall" ? (
        <RecallDialog
          notified={notified}
          onRecall={() => act(() => actions.recall(id))}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  );
}
