"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { type Answer, faultOf, noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogBody } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

export interface TypedDialogProps {
  title: string;
  description: string;
  /** What must be typed, whatever its case. */
  word: string;
  /** Why: ends "Type … to". */
  purpose: string;
  /** What the two buttons say. */
  button: string;
  keep: string;
  /** Begins what is said when it failed, as in "Not erased." */
  failed: string;
  /** What it would concern, above the field. */
  children?: ReactNode;
  onConfirm(): Promise<Answer>;
  /** After it was done. */
  onDone(): void;
  onClose(): void;
}

/** Asks before something goes for ever: with a word typed, so that no slip of a hand does it. */
export function TypedDialog({ word, purpose, button, keep, failed, children, ...more }: TypedDialogProps) {
  const { title, description, onConfirm, onDone, onClose } = more;
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useId();
  const confirmed = typed.trim().toLowerCase() === word.trim().toLowerCase();

  async function confirm(event: FormEvent) {
    event.preventDefault();
    if (!confirmed || busy) return;
    setBusy(true);
    const answer = await onConfirm().catch(noAnswer);
    setBusy(false);
    if (answer.ok) onDone();
    else setFault(faultOf(answer));
  }

  return (
    <Dialog title={title} description={description} onClose={onClose}>
      <form className="contents" onSubmit={confirm}>
        <DialogBody>
          {children}
          <div className="grid gap-1.5 pb-2">
            <Label htmlFor={field}>
              <span>
                Type <bdi>{word}</bdi> to {purpose}
              </span>
            </Label>
            <Input
              id={field}
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
            {fault ? (
              <p role="alert" className="text-destructive text-sm">
                {failed} {fault}
              </p>
            ) : null}
          </div>
        </DialogBody>
        <DialogActions>
          <Button type="button" variant="outline" onClick={onClose}>
            {keep}
          </Button>
          <Button type="submit" variant="destructive" aria-disabled={!confirmed || busy}>
            {button}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
