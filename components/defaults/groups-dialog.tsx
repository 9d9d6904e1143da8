"use client";

import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import type { DefaultsActions } from "@/components/defaults/actions";
import { useProfileCounts } from "@/components/defaults/use-profile-counts";
import { people } from "@/components/defaults/words";
import { noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions, DialogBody } from "@/components/ui/dialog";
import { SearchField } from "@/components/ui/search-field";
import { useFew } from "@/components/ui/use-few";
import type { DefaultsView } from "@/lib/core/defaults-view";

export interface GroupsDialogProps {
  profile: DefaultsView["profiles"][number];
  view: DefaultsView;
  actions: DefaultsActions;
  onClose(): void;
}

/** Says for which groups a profile is; those it has come first (R55). */
export function GroupsDialog({ profile, view, actions, onClose }: GroupsDialogProps) {
  const router = useRouter();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(profile.groups));
  const [fault, setFault] = useState<string | null>(null);
  const id = useId();
  const { search, shown, more } = useFew(view.groups, profile.groups);
  const differs = chosen.size !== profile.groups.length || profile.groups.some((group) => !chosen.has(group));
  const counts = useProfileCounts(
    actions.previewProfiles,
    differs ? { id: profile.id, groups: [...chosen].sort() } : null,
  );

  function toggle(group: string, on: boolean) {
    const next = new Set(chosen);
    if (on) next.add(group);
    else next.delete(group);
    setChosen(next);
  }

  async function save() {
    if (!differs) return onClose();
    const answer = await actions.setGroups(profile.id, [...chosen]).catch(noAnswer);
    if (!answer.ok) return setFault(answer.detail);
    router.refresh();
    onClose();
  }

  return (
    <Dialog title={`Who gets ${profile.name}?`} description="The people of these groups." onClose={onClose}>
      <div className="px-5 pb-2">
        <SearchField label="Search groups" {...search} />
      </div>
      <DialogBody>
        <ul aria-label="Groups" className="divide-y rounded-lg border">
          {shown.map((group) => (
            <li key={group.id} className="flex min-h-11 items-center gap-3 px-3">
              <Checkbox
                id={`${id}-${group.id}`}
                checked={chosen.has(group.id)}
                aria-describedby={`${id}-${group.id}-size`}
                onCheckedChange={(on) => toggle(group.id, on)}
              />
              <label htmlFor={`${id}-${group.id}`} className="wrap-anywhere min-w-0 flex-1 cursor-pointer py-2">
                <bdi>{group.name}</bdi>
              </label>
              <span id={`${id}-${group.id}-size`} className="figures shrink-0 text-muted-foreground text-sm">
                {people(group.people)}
              </span>
            </li>
          ))}
          {shown.length === 0 ? (
            <li className="px-3 py-6 text-center text-muted-foreground">
              {view.groups.length === 0 ? "There are no groups yet. Your integrations make them." : "No group matches."}
            </li>
          ) : null}
        </ul>
        {more > 0 ? <p className="text-muted-foreground text-sm">And {more} more. Search to find them.</p> : null}
      </DialogBody>
      <p role="status" className="figures min-h-9 px-5 pt-2 pb-1">
        {differs ? (counts ?? "Counting …") : <span className="text-muted-foreground">{chosen.size} chosen</span>}
      </p>
      {fault ? (
        <p role="alert" className="px-5 pb-2 text-destructive text-sm">
          Not saved. {fault}
        </p>
      ) : null}
      <DialogActions>
        <Button variant="outline" onClick={onClose}>
          Cancel
        </Button>
        <Button onClick={save}>Save groups</Button>
      </DialogActions>
    </Dialog>
  );
}
