"use client";

import { type FormEvent, useMemo } from "react";
import type { ComposeActions, GroupChoice } from "@/components/broadcasts/actions";
import { Audience } from "@/components/broadcasts/audience";
import { Confirm } from "@/components/broadcasts/confirm";
import { requestOf } from "@/components/broadcasts/draft";
import { FaultSummary } from "@/components/broadcasts/fault-summary";
import { Manner } from "@/components/broadcasts/manner";
import { Preview } from "@/components/broadcasts/preview";
import { useDraft } from "@/components/broadcasts/use-draft";
import { usePreview } from "@/components/broadcasts/use-preview";
import { useSending } from "@/components/broadcasts/use-sending";
import { When } from "@/components/broadcasts/when";
import { Who } from "@/components/broadcasts/who";
import { WordFields } from "@/components/broadcasts/word-fields";
import { Button } from "@/components/ui/button";

interface ComposeProps {
  groups: readonly GroupChoice[];
  mayEveryone: boolean;
  sender: string;
  zone: string;
  actions: ComposeActions;
}

/** Writes a broadcast: the form at the left, who gets it and how it looks at the right (R89, U22). */
export function Compose({ groups, mayEveryone, sender, zone, actions }: ComposeProps) {
  const { draft, loaded, change } = useDraft(zone, mayEveryone);
  const { faults, busy, reviewing, wrongPassword, review, leave, test, send } = useSending(draft, actions);
  const { groups: to, email, urgency } = useMemo(() => requestOf(draft), [draft]);
  const { preview, fault, isCurrent } = usePreview(actions.preview, { body: draft.body, groups: to, email, urgency });
  const audience = preview?.audience ?? null;
  // Nobody confirms a number that is not of what they wrote.
  const isCounting = reviewing && !isCurrent && !fault;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    review(isCurrent && audience?.people === 0);
  }

  return (
    <div className="flex gap-x-8 gap-y-6 max-lg:flex-col">
      <form noValidate onSubmit={onSubmit} className="grid min-w-0 flex-1 content-start gap-6">
        <FaultSummary faults={faults} />
        {loaded ? <WordFields words={draft} faults={faults} onChange={change} /> : <div className="h-88" />}
        <Who {...{ draft, groups, mayEveryone }} fault={faults.groups} onChange={change} />
        <Manner draft={draft} onChange={change} />
        <When {...{ draft, faults }} onChange={change} />
        <div className="flex flex-wrap gap-2 border-t pt-4">
          <Button type="submit" aria-disabled={isCounting}>
            {isCounting ? "Counting …" : "Review and send"}
          </Button>
          <Button type="button" variant="outline" aria-disabled={busy} onClick={test}>
            Test to myself
          </Button>
        </div>
      </form>
      <div className="grid grid-cols-1 content-start gap-4 lg:sticky lg:top-20 lg:w-90 lg:self-start">
        <Audience {...{ audience, fault }} />
        <Preview {...{ draft, sender }} words={preview} />
      </div>
      {reviewing && isCurrent && audience ? (
        <Confirm {...{ draft, audience, busy }} fault={wrongPassword} onSend={send} onClose={leave} />
      ) : null}
    </div>
  );
}
