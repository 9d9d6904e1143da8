"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import type { BroadcastActions } from "@/components/broadcasts/actions";
import { Acts } from "@/components/broadcasts/acts";
import { Approval } from "@/components/broadcasts/approval";
import { bringDraftBack } from "@/components/broadcasts/draft-store";
import { Formatted } from "@/components/broadcasts/formatted";
import { Reach } from "@/components/broadcasts/reach";
import { SentTime } from "@/components/broadcasts/sent-time";
import { UndoBar } from "@/components/broadcasts/undo-bar";
import { useBroadcast } from "@/components/broadcasts/use-broadcast";
import { countsOf, isAwaiting, stateWords } from "@/components/broadcasts/words";
import { type Answer, noAnswer } from "@/components/ui/answer";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { BroadcastDetail } from "@/lib/core/broadcast-view";

interface BroadcastPageProps {
  initial: BroadcastDetail;
  /** When `initial` was read; RFC 3339. */
  asOf: string;
  /** The names of its groups, or null for everyone. */
  groups: readonly string[] | null;
  zone: string;
  /** Whether the reader could be its second person. */
  mayApprove: boolean;
  actions: BroadcastActions;
  /** Whom it was for, as they were when `initial` was read. */
  children: ReactNode;
}

/** One broadcast: how far it is, who has read it, and what can still be done (U23). */
export function BroadcastPage({ initial, asOf, groups, zone, mayApprove, actions, children }: BroadcastPageProps) {
  const router = useRouter();
  const { broadcast, now, take } = useBroadcast(initial, asOf, actions.read);
  const [fault, setFault] = useState<string | null>(null);

  async function act(ask: () => Promise<Answer<BroadcastDetail>>) {
    setFault(null);
    const answer = await ask().catch(noAnswer);
    if (answer.ok) take(answer.value);
    else setFault(answer.detail);
    return answer;
  }

  async function undo() {
    const { ok } = await act(() => actions.recall(broadcast.id));
    if (ok && bringDraftBack(broadcast.id)) router.push("/admin/broadcasts/new");
  }

  return (
    <div className="max-w-240 space-y-4">
      <header>
        <BackLink href="/admin/broadcasts">Broadcasts</BackLink>
        <h1 className="wrap-anywhere font-semibold text-xl">
          <bdi>{broadcast.title}</bdi>
        </h1>
        <p className="wrap-anywhere text-muted-foreground">
          <span className="font-medium text-foreground">{stateWords(broadcast)}</span> · from{" "}
          <bdi>{broadcast.sender}</bdi> to {groups ? groups.join(", ") : "everyone"} ·{" "}
          <SentTime {...{ broadcast, zone }} />
        </p>
      </header>
      {isAwaiting(broadcast) ? (
        <Approval
          {...{ broadcast, mayApprove, zone, now }}
          onApprove={() => act(() => actions.approve(broadcast.id, broadcast.updated_at))}
        />
      ) : null}
      <UndoBar {...{ broadcast, now }} onUndo={undo} />
      <Reach {...{ broadcast, now }} />
      {fault ? (
        <p role="alert" className="text-destructive">
          Not done. {fault}
        </p>
      ) : null}
      <Acts {...{ broadcast, actions, act }} />
      {broadcast.reminded_at ? (
        <p className="text-muted-foreground text-sm">
          Reminded <RelativeTime at={broadcast.reminded_at} zone={zone} />
        </p>
      ) : null}
      <WhatPeopleSee broadcast={broadcast} />
      {countsOf(broadcast) === countsOf(initial) ? null : (
        <Button variant="outline" size="sm" onClick={() => router.refresh()}>
          Show who did since
        </Button>
      )}
      {children}
    </div>
  );
}

function WhatPeopleSee({ broadcast: { body, body_html, url } }: { broadcast: BroadcastDetail }) {
  return (
    <section aria-label="What people see" className="rounded-xl border bg-card px-4 py-3">
      {body ? <Formatted html={body_html} /> : <p className="text-muted-foreground">No message.</p>}
      {url ? <p className="wrap-anywhere pt-2 text-muted-foreground text-sm">Leads to {url}</p> : null}
    </section>
  );
}
