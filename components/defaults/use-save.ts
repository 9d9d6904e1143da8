"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import type { DefaultsActions } from "@/components/defaults/actions";
import type { Draft } from "@/components/defaults/draft";
import { whom } from "@/components/defaults/words";
import { noAnswer } from "@/components/ui/answer";
import type { DefaultsView } from "@/lib/core/defaults-view";

const MESSAGE = "defaults";
/** How long undo is offered here; milliseconds. The list of changes offers it later too. */
const STAY = 10_000;

/** Saves what is drafted of the chosen profile, and takes a saved change back. `fault`: why it was not saved. */
export function useSave(chosen: DefaultsView["chosen"], draft: Draft, actions: DefaultsActions, onSaved: () => void) {
  const router = useRouter();
  const [saving, setSaving] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  /** For everyone, or for those who have not chosen. */
  async function save(everyone: boolean) {
    setSaving(true);
    setFault(null);
    const request = { profile: chosen.id, changes: [...draft.values()], everyone, version: chosen.version };
    const answer = await actions.save(request).catch(noAnswer);
    setSaving(false);
    if (answer.ok) {
      onSaved();
      offerUndo(answer.value);
    } else setFault(answer.detail);
    router.refresh();
  }

  function offerUndo({ changed, undo }: { changed: number; undo: string | null }) {
    if (!undo) return;
    const action = { label: "Undo", onClick: () => takeBack(undo) };
    const words = `Saved. It changes what ${whom(changed)}.`;
    toast.success(words, { id: MESSAGE, duration: STAY, description: null, action });
  }

  async function takeBack(change: string) {
    const answer = await actions.undo(change).catch(noAnswer);
    if (answer.ok)
      toast.success(`Taken back. It changes what ${whom(answer.value.changed)}.`, { id: MESSAGE, action: undefined });
    else toast.error("Not taken back.", { id: MESSAGE, description: answer.detail, action: undefined });
    router.refresh();
  }

  return { saving, fault, save, takeBack, forgetFault: () => setFault(null) };
}
