"use client";

import { useState } from "react";
import { type Answer, faultOf } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import type { App } from "@/lib/core/app-view";

interface DisconnectDialogProps {
  app: App | "company";
  name: string;
  onDisconnect(): Promise<Answer>;
  onClose(): void;
}

/** Asks before a connection goes: its address or secret cannot be had back. */
export function DisconnectDialog({ app, name, onDisconnect, onClose }: DisconnectDialogProps) {
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function disconnect() {
    if (busy) return;
    setBusy(true);
    const answer = await onDisconnect();
    setBusy(false);
    if (answer.ok) onClose();
    else setFault(faultOf(answer));
  }

  return (
    <Dialog title={`Disconnect ${name}?`} description={WHAT[app]} onClose={onClose}>
      {fault ? (
        <p role="alert" className="px-5 pb-3 text-destructive text-sm">
          {fault}
        </p>
      ) : null}
      <DialogActions>
        <Button variant="outline" onClick={onClose}>
          Keep it
        </Button>
        <Button variant="destructive" aria-disabled={busy} onClick={disconnect}>
          Disconnect
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const WHAT: Readonly<Record<DisconnectDialogProps["app"], string>> = {
  slack: "Nothing is sent to you there any more, also not what waits. You can connect it again.",
  teams: "Nothing is sent there any more, also not what waits, and Belfry forgets the address.",
  webhook: "Nothing is sent there any more, also not what waits, and Belfry forgets the address and its secret.",
  company: "Nobody in your company gets messages in Slack until it is set up again. Belfry forgets the token.",
};
