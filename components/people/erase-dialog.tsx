"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { toast } from "sonner";
import { OFFLINE, type PersonActions } from "@/components/people/actions";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogBody } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

/** Asks before a person is erased, with their id typed: nothing brings them back (S28). */
export function EraseDialog({
  person: { id, name },
  onErase,
  onClose,
}: {
  person: { id: string; name: string };
  onErase: PersonActions["erase"];
  onClose(): void;
}) {
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const field = useId();
  const confirmed = typed.trim() === id;

  async function erase(event: FormEvent) {
    event.preventDefault();
    if (!confirmed) return;
    const answer = await onErase(id).catch(() => OFFLINE);
    if (!answer.ok) return setFault(answer.detail);
    toast.success(`${name} is erased.`);
    router.push("/admin/people");
  }

  return (
    <Dialog
      title={`Erase ${name}?`}
      description="Their notifications, choices, connections and sessions go for ever. The audit keeps the bare id. To stop them signing in, deactivate them instead."
      onClose={onClose}
    >
      <form className="contents" onSubmit={erase}>
        <DialogBody>
          <div className="grid gap-1.5 py-2">
            <Label htmlFor={field}>
              <span>
                Type <bdi>{id}</bdi> to erase this person
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
                Not erased. {fault}
              </p>
            ) : null}
          </div>
        </DialogBody>
        <DialogActions>
          <Button type="button" variant="outline" onClick={onClose}>
            Keep them
          </Button>
          <Button type="submit" variant="destructive" aria-disabled={!confirmed}>
            Erase person
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
