"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import type { ComposeActions } from "@/components/broadcasts/actions";
import { type Draft, type Faults, FIELDS, faultsFrom, faultsOf, requestOf } from "@/components/broadcasts/draft";
import { setDraftAside } from "@/components/broadcasts/draft-store";
import { faultsOf as faultsAt, noAnswer } from "@/components/ui/answer";

/**
 * What becomes of a draft: marked where it is wrong, reviewed, tried on its writer alone, sent (R89). What the server
 * refuses is marked as what was seen to be wrong before it was asked.
 */
export function useSending(draft: Draft, actions: ComposeActions) {
  const router = useRouter();
  const [faults, setFaults] = useState<Faults>({});
  const [reviewing, setReviewing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrongPassword, setWrongPassword] = useState<string>();

  /** `nobody`: the groups chosen are known to be empty. */
  function review(nobody: boolean) {
    const found = faultsOf(draft, new Date());
    if (nobody) found.groups ??= "Nobody is in it.";
    if (mark(found)) setReviewing(true);
  }

  async function test() {
    const { title } = faultsOf(draft, new Date());
    if (busy || !mark(title ? { title } : {})) return;
    setBusy(true);
    const answer = await actions.test({ ...requestOf(draft), groups: "everyone" }).catch(noAnswer);
    setBusy(false);
    if (answer.ok) toast.success("Sent to you alone.", { description: "Look at your bell and your mailbox." });
    else refuse(answer);
  }

  async function send(password: string) {
    if (busy) return;
    setBusy(true);
    const answer = await actions.send({ ...requestOf(draft), draft: draft.id, password }).catch(noAnswer);
    if (answer.ok) {
      // It is busy until its page is there: nobody takes a slow one for one that was not sent.
      setDraftAside(answer.value.id);
      return router.push(`/admin/broadcasts/${answer.value.id}`);
    }
    setBusy(false);
    const wrong = faultsAt(answer).password;
    setWrongPassword(wrong);
    if (wrong) return;
    setReviewing(false);
    refuse(answer);
  }

  function refuse(answer: { detail: string; errors?: Parameters<typeof faultsFrom>[0] }) {
    if (mark(faultsFrom(answer.errors))) toast.error("Not sent.", { description: answer.detail });
  }

  /** Puts the focus on the first field at fault; answers whether there is none. */
  function mark(found: Faults): boolean {
    setFaults(found);
    const first = FIELDS.find((name) => found[name]);
    if (first) document.getElementById(first)?.focus();
    return first === undefined;
  }

  function leave() {
    setReviewing(false);
    setWrongPassword(undefined);
  }

  return { faults, busy, reviewing, wrongPassword, review, leave, test, send };
}
