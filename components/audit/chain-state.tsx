"use client";

import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { type Answer, noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import type { ChainCheck } from "@/lib/core/audit-view";

/** Whether every act is as it was written: asked of the first 2,000 by the page, and of all of them here. */
export function ChainState({ first, check }: { first: ChainCheck; check(after: number): Promise<Answer<ChainCheck>> }) {
  const [state, setState] = useState(first);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function checkRest() {
    setBusy(true);
    setFault(null);
    for (let at = state; !at.isOver; ) {
      const answer = await check(at.checked).catch(noAnswer);
      if (!answer.ok) {
        setFault(answer.detail);
        break;
      }
      at = answer.value;
      setState(at);
    }
    setBusy(false);
  }
  const isBroken = state.broken !== null;
  const Icon = isBroken ? ShieldAlert : ShieldCheck;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p role="status" className={`flex items-center gap-1.5 ${isBroken ? "text-destructive" : ""}`}>
        <Icon aria-hidden className={`size-4 shrink-0 ${isBroken ? "" : "text-delivered"}`} />
        <span className="figures">{words(state)}</span>
      </p>
      {state.isOver ? null : (
        <Button variant="outline" size="sm" aria-disabled={busy} onClick={checkRest}>
          {busy ? "Checking" : "Check the rest"}
        </Button>
      )}
      {fault ? (
        <p role="alert" className="text-destructive">
          {fault}
        </p>
      ) : null}
    </div>
  );
}

function words({ checked, broken, isOver }: ChainCheck): string {
  if (broken !== null) return `Entry ${broken} is not as it was written: it, or one before it, was changed or removed.`;
  const count = checked.toLocaleString("en");
  if (checked === 0) return "Nothing was done yet.";
  return isOver
    ? `The chain holds: all ${count} entries are as they were written.`
    : `The first ${count} entries hold.`;
}
