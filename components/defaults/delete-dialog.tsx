"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { toast } from "sonner";
import type { DefaultsActions } from "@/components/defaults/actions";
import { defaultsAddress } from "@/components/defaults/draft";
import { OFFLINE } from "@/components/defaults/use-counts";
import { useProfileCounts } from "@/components/defaults/use-profile-counts";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogBody } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { DefaultsView } from "@/lib/core/defaults-view";
import { ACCOUNT } from "@/lib/core/layers";

/** Asks before a profile goes, with its name typed: nothing brings it back (U25). */
export function DeleteDialog({
  profile: { id, name },
  view,
  actions,
  onClose,
}: {
  profile: DefaultsView["profiles"][number];
  view: DefaultsView;
  actions: DefaultsActions;
  onClose(): void;
}) {
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const counts = useProfileCounts(actions.previewProfiles, { id, deleted: true });
  const field = useId();
  const confirmed = typed.trim().toLowerCase() === name.trim().toLowerCase();

  async function remove(event: FormEvent) {
    event.preventDefault();
    if (!confirmed) return;
    const answer = await actions.remove(id).catch(() => OFFLINE);
    if (!answer.ok) return setFault(answer.detail);
    toast.success(`${name} is deleted.`);
    onClose();
    if (view.chosen.id === id) router.push(defaultsAddress(ACCOUNT));
    else router.refresh();
  }

  return (
    <Dialog
      title={`Delete ${name}?`}
      description="Its people get what the next profile, the account or Belfry says. This cannot be undone."
      onClose={onClose}
    >
      <form className="contents" onSubmit={remove}>
        <DialogBody>
          <p role="status" className="figures">
            {counts ?? "Counting …"}
          </p>
          <div className="grid gap-1.5 pb-2">
            <Label htmlFor={field}>
              <span>
                Type <bdi>{name}</bdi> to delete it
              </span>
            </Label>
            <Input id={field} autoComplete="off" value={typed} onChange={({ target }) => setTyped(target.value)} />
            {fault ? (
              <p role="alert" className="text-destructive text-sm">
                Not deleted. {fault}
              </p>
            ) : null}
          </div>
        </DialogBody>
        <DialogActions>
          <Button type="button" variant="outline" onClick={onClose}>
            Keep it
          </Button>
          <Button type="submit" variant="destructive" aria-disabled={!confirmed}>
            Delete profile
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
