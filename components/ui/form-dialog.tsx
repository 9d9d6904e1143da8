"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { type Answer, faultOf, OFFLINE } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogBody } from "@/components/ui/dialog";

interface FormDialogProps<T> {
  title: string;
  description?: string;
  /** What the button says. */
  button: string;
  destructive?: boolean;
  children: ReactNode;
  onSave(): Promise<Answer<T>>;
  /** After it was done; the page is asked for anew. */
  onDone(value: T): void;
  onClose(): void;
}

/** A dialog over one form: what went wrong stands in it, and what was written stays. */
export function FormDialog<T>({
  button,
  destructive,
  children,
  onSave,
  onDone,
  onClose,
  ...about
}: FormDialogProps<T>) {
  const router = useRouter();
  const [fault, setFault] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    const answer = await onSave().catch(() => OFFLINE);
    setSaving(false);
    if (!answer.ok) return setFault(faultOf(answer));
    onDone(answer.value);
    router.refresh();
  }

  return (
    <Dialog {...about} onClose={onClose}>
      <form className="contents" onSubmit={save} noValidate>
        <DialogBody>
          {children}
          {fault ? (
            <p role="alert" className="text-destructive text-sm">
              {fault}
            </p>
          ) : null}
        </DialogBody>
        <DialogActions>
          <Button type="button" variant="outline" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant={destructive ? "destructive" : "default"} aria-disabled={saving}>
            {button}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
