"use client";

import { useState } from "react";
import { messages } from "@/components/broadcasts/words";
import type { Answer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogBody } from "@/components/ui/dialog";

interface RetryDialogProps {
  failed: number;
  onRetry(): Promise<Answer>;
  onClose(): void;
}

/** Asks before what could not be delivered goes out again. */
export function RetryDialog({ failed, onRetry, onClose }: RetryDialogProps) {
  const [busy, setBusy] = useState(false);

  async function retry() {
    if (busy) return;
    setBusy(true);
    await onRetry();
    onClose();
  }

  return (
    <Dialog title={`Retry ${messages(failed)}?`} onClose={onClose}>
      <DialogBody>
        <p className="pb-2">
          What could not be delivered, by email or in other apps, goes out again. What may have arrived already may
          arrive twice.
        </p>
      </DialogBody>
      <DialogActions>
        <Button variant="outline" onClick={onClose}>
          Cancel
        </Button>
        <Button data-focus aria-disabled={busy} onClick={retry}>
          Retry
        </Button>
      </DialogActions>
    </Dialog>
  );
}
