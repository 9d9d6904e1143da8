"use client";

import { useRouter } from "next/navigation";
import type { FormEvent, ReactNode } from "react";
import type { Answer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogBody } from "@/components/ui/dialog";
import { useForm } from "@/components/ui/use-form";

interface FormDialogProps<T> {
  title: string;
  description?: string;
  /** What the button says. */
  button: string;
  destructive?: boolean;
  /** Its fields; where they can be at fault, from what is wrong with which. */
  children: ReactNode | ((faults: Readonly<Record<string, string>>) => ReactNode);
  onSave(): Promise<Answer<T>>;
  /** After it was done; the page is asked for anew. */
  onDone(value: T): void;
  onClose(): void;
}

/** A dialog over one form: what went wrong stands at its field, which takes the focus, and what was written stays. */
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
  const { faults, fault, busy, ask } = useForm();

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const answer = await ask(event.currentTarget, onSave);
    if (!answer?.ok) return;
    onDone(answer.value);
    router.refresh();
  }

  return (
    <Dialog {...about} onClose={onClose}>
      <form className="contents" onSubmit={save} noValidate>
        <DialogBody>
          {typeof children === "function" ? children(faults) : children}
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
          <Button type="submit" variant={destructive ? "destructive" : "default"} aria-disabled={busy}>
            {button}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
