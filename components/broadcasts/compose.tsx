"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useMemo, useState } from "react";
import { toast } from "sonner";
import type { ComposeActions, GroupChoice } from "@/components/broadcasts/actions";
import { Audience } from "@/components/broadcasts/audience";
import { Confirm } from "@/components/broadcasts/confirm";
import { type Faults, FIELDS, faultsFrom, faultsOf, requestOf } from "@/components/broadcasts/draft";
import { setDraftAside } from "@/components/broadcasts/draft-store";
import { FaultSummary } from "@/components/broadcasts/fault-summary";
import { Manner } from "@/components/broadcasts/manner";
import { Preview } from "@/components/broadcasts/preview";
import { useDraft } from "@/components/broadcasts/use-draft";
import { usePreview } from "@/components/broadcasts/use-preview";
import { When } from "@/components/broadcasts/when";
import { Who } from "@/components/broadcasts/who";
import { WordFields } from "@/components/broadcasts/word-fields";
import { faultsOf as faultsAt, OFFLINE } from "@/components/ui/answer";
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
  const router = useRouter();
  const { draft, loaded, change } = useDraft(zone, mayEveryone);
  const [faults, setFaults] = useState<Faults>({});
  const [reviewing, setReviewing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrongPassword, setWrongPassword] = useState<string>();
  const request = useMemo(() => requestOf(draft), [draft]);
  const { groups: to, email, urgency } = request;
  const { preview, fault, isCurrent } = usePreview(actions.preview, { body: draft.body, groups: to, email, urgency });
  const audience = preview?.audience ?? null;
  // Nobody confirms a number that is not of what they wrote.
  const isCounting = reviewing && !isCurrent && !fault;

  function show(found: Faults): boolean {
    setFaults(found);
    const first = FIELDS.find((name) => found[name]);
    if (first) document.getElementById(first)?.focus();
    return first === undefined;
  }

  function review(event: FormEvent) {
    event.preventDefault();
    const found = faultsOf(draft, new Date());
    if (isCurrent && audience?.people === 0) found.groups ??= "Nobody is in it.";
    if (show(found)) setReviewing(true);
  }

  async function test() {
    const { title } = faultsOf(draft, new Date());
    if (busy || !show(title ? { title } : {})) return;
    setBusy(true);
    const answer = await actions.test({ ...request, groups: "everyone" }).catch(() => OFFLINE);
    setBusy(false);
    if (answer.ok) toast.success("Sent to you alone.", { description: "Look at your bell and your mailbox." });
    else refuse(answer);
  }

  async function send(password: string) {
    if (busy) return;
    setBusy(true);
    const answer = await actions.send({ ...request, password }).catch(() => OFFLINE);
    setBusy(false);
    const wrong = answer.ok ? undefined : faultsAt(answer).password;
    setWrongPassword(wrong);
    if (wrong) return;
    setReviewing(false);
    if (!answer.ok) return refuse(answer);
    setDraftAside(answer.value.id);
    router.push(`/admin/broadcasts/${answer.value.id}`);
  }

  function refuse(answer: { detail: string; errors?: Parameters<typeof faultsFrom>[0] }) {
    if (show(faultsFrom(answer.errors))) toast.error("Not sent.", { description: answer.detail });
  }

  return (
    <div className="flex gap-x-8 gap-y-6 max-lg:flex-col">
      <form noValidate onSubmit={review} className="grid min-w-0 flex-1 content-start gap-6">
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
      <div className="grid content-start gap-4 lg:sticky lg:top-20 lg:w-90 lg:self-start">
        <Audience {...{ audience, fault }} />
        <Preview {...{ draft, sender }} words={preview} />
      </div>
      {reviewing && isCurrent && audience ? (
        <Confirm
          {...{ draft, audience, busy }}
          fault={wrongPassword}
          onSend={send}
          onClose={() => {
            setReviewing(false);
            setWrongPassword(undefined);
          }}
        />
      ) : null}
    </div>
  );
}
