"use client";

import { type FormEvent, useState } from "react";
import { type Faults, FIELDS, faultsFrom } from "@/components/broadcasts/draft";
import { WordFields } from "@/components/broadcasts/word-fields";
import type { Answer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogBody } from "@/components/ui/dialog";
import type { BroadcastDetail } from "@/lib/core/broadcast-view";

interface EditDialogProps {
  broadcast: BroadcastDetail;
  onSave(change: { title: string; body: string; url: string | null }): Promise<Answer<BroadcastDetail>>;
  onClose(): void;
}

/** Changes what people see, those too who have it already. */
export function EditDialog({ broadcast, onSave, onClose }: EditDialogProps) {
  const [words, setWords] = useState({
    title: broadcast.title,
    body: broadcast.body_html,
    url: broadcast.url ?? "",
  });
  const [faults, setFaults] = useState<Faults>({});
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    if (words.title.trim() === "") return refuse({ title: "Give it a title." }, null, form);
    setBusy(true);
    const answer = await onSave({ ...words, url: words.url.trim() || null });
    setBusy(false);
    if (answer.ok) return onClose();
    refuse(faultsFrom(answer.errors), answer.detail, form);
  }

  function refuse(found: Faults, detail: string | null, form: HTMLFormElement) {
    setFaults(found);
    setFault(detail);
    const first = FIELDS.find((name) => found[name]);
    if (first) form.querySelector<HTMLElement>(`#${first}`)?.focus();
  }

  return (
    <Dialog title="Edit" description="Everybody sees the new words, but for email that has left." onClose={onClose}>
      <form className="contents" noValidate onSubmit={save}>
        <DialogBody>
          <WordFields {...{ words, faults }} onChange={(part) => setWords((now) => ({ ...now, ...part }))} />
          {fault ? (
            <p role="alert" className="text-destructive text-sm">
              Not saved. {fault}
            </p>
          ) : null}
        </DialogBody>
        <DialogActions>
          <Button type="button" variant="outline" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" aria-disabled={busy}>
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
