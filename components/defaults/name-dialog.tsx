"use client";

import { type FormEvent, useId, useState } from "react";
import type { Answer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogBody } from "@/components/ui/dialog";
import { FaultLine, faulty } from "@/components/ui/fault-line";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

export interface NameDialogProps {
  title: string;
  description?: string;
  /** What the button says. */
  button: string;
  name?: string;
  onSave(name: string): Promise<Answer>;
  onClose(): void;
}

/** Asks for a profile's name. */
export function NameDialog({ title, description, button, name: before = "", onSave, onClose }: NameDialogProps) {
  const [name, setName] = useState(before);
  const [fault, setFault] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const id = useId();

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving) return;
    if (name.trim() === "") return setFault("A profile needs a name.");
    setSaving(true);
    const answer = await onSave(name.trim());
    setSaving(false);
    if (answer.ok) onClose();
    else setFault(answer.detail);
  }

  return (
    <Dialog title={title} description={description} onClose={onClose}>
      <form className="contents" onSubmit={save} noValidate>
        <DialogBody>
          <div className="grid gap-1.5 py-2">
            <Label htmlFor={id}>Name</Label>
            <Input
              id={id}
              value={name}
              maxLength={80}
              autoComplete="off"
              {...faulty(id, fault)}
              onChange={({ target }) => {
                setName(target.value);
                setFault(null);
              }}
            />
            <FaultLine field={id} fault={fault} />
          </div>
        </DialogBody>
        <DialogActions>
          <Button type="button" variant="outline" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" aria-disabled={saving}>
            {button}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
