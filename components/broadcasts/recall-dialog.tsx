"use client";

import { useState } from "react";
import { people } from "@/components/broadcasts/words";
import type { Answer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogBody } from "@/components/ui/dialog";

interface RecallDialogProps {
  notified: number;
  onRecall(): Promise<Answer>;
  onClose(): void;
}

/** Asks before it is taken back from everybody. */
export function RecallDialog({ notified, onRecall, onClose }: RecallDialogProps) {
  const [busy, setBusy] = useState(false);
  const word = notified > 0 ? "Recall" : "Cancel";

  async function recall() {
    if (busy) return;
    setBusy(true);
    await onRecall();
    onClose();
  }

  return (
    <Dialog title={`${word} this broadcast?`} onClose={onClose}>
      <DialogBody>
        <p className="pb-2">
          {notified > 0
            ? `It disappears from the bells and inboxes of ${people(notified)}, and nobody else is told. Email that has left stays where it is.`
            : "Nobody has been told yet, and nobody will be."}
        </p>
      </DialogBody>
      <DialogActions>
        <Button variant="outline" data-focus onClick={onClose}>
          Keep it
        </Button>
        <Button variant="destructive" aria-disabled={busy} onClick={recall}>
          {word} broadcast
        </Button>
      </DialogActions>
    </Dialog>
  );
}
