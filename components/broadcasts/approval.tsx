"use client";

import { useState } from "react";
import { people } from "@/components/broadcasts/words";
import type { Answer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { fullWords } from "@/components/ui/relative-words";
import type { BroadcastDetail } from "@/lib/core/broadcast-view";

interface ApprovalProps {
  broadcast: BroadcastDetail;
  mayApprove: boolean;
  zone: string;
  /** The server's clock, in milliseconds. */
  now: number | null;
  onApprove(): Promise<Answer>;
}

/** Says that it waits for a second person, and lets them say yes to what stands below (S32). */
export function Approval({
  broadcast: { audience, deliver_at, sender, started_at },
  mayApprove,
  zone,
  now,
  onApprove,
}: ApprovalProps) {
  const [asks, setAsks] = useState(false);
  const nobody = started_at ? "Nobody else" : "Nobody";
  const isLater = now !== null && Date.parse(deliver_at) > now;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-xl border bg-unread px-4 py-3">
      <p className="figures max-w-prose">
        {mayApprove
          ? `${sender} wrote to ${people(audience)}. ${nobody} is told until you or another super admin approves it.`
          : `It is for ${people(audience)}. ${nobody} is told until another super admin approves it. They have been told.`}
      </p>
      {mayApprove ? (
        <Button size="sm" onClick={() => setAsks(true)}>
          Approve
        </Button>
      ) : null}
      {asks ? (
        <Dialog
          title={`Send to ${people(audience)}?`}
          description={
            isLater
              ? `It goes out on ${fullWords(new Date(deliver_at), zone)}, as it stands on this page.`
              : "It goes out in ten seconds, as it stands on this page. Until then it can be taken back."
          }
          onClose={() => setAsks(false)}
        >
          <DialogActions>
            <Button variant="outline" onClick={() => setAsks(false)}>
              Not yet
            </Button>
            <Button data-focus onClick={() => onApprove().finally(() => setAsks(false))}>
              Approve and send
            </Button>
          </DialogActions>
        </Dialog>
      ) : null}
    </div>
  );
}
