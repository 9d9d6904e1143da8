"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import type { DefaultsActions } from "@/components/defaults/actions";
import { defaultsAddress } from "@/components/defaults/draft";
import { useProfileCounts } from "@/components/defaults/use-profile-counts";
import { TypedDialog } from "@/components/ui/typed-dialog";
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
  const counts = useProfileCounts(actions.previewProfiles, { id, deleted: true });

  function leave() {
    toast.success(`${name} is deleted.`);
    onClose();
    if (view.chosen.id === id) router.push(defaultsAddress(ACCOUNT));
    else router.refresh();
  }

  return (
    <TypedDialog
      title={`Delete ${name}?`}
      description="Its people get what the next profile, the account or Belfry says. This cannot be undone."
      word={name}
      purpose="delete it"
      button="Delete profile"
      keep="Keep it"
      failed="Not deleted."
      onConfirm={() => actions.remove(id)}
      onDone={leave}
      onClose={onClose}
    >
      <p role="status" className="figures">
        {counts ?? "Counting …"}
      </p>
    </TypedDialog>
  );
}
