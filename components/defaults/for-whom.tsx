"use client";

import { useState } from "react";
import type { DefaultsActions } from "@/components/defaults/actions";
import { GroupsDialog } from "@/components/defaults/groups-dialog";
import { people } from "@/components/defaults/words";
import { Button } from "@/components/ui/button";
import type { DefaultsView } from "@/lib/core/defaults-view";

/** Below the name of a profile: whose defaults these are, and what stands behind them. */
export function ForWhom({ view, actions }: { view: DefaultsView; actions: DefaultsActions }) {
  const [choosing, setChoosing] = useState(false);
  const profile = view.profiles.find(({ id }) => id === view.chosen.id);
  if (!profile) {
    return (
      <p className="mb-4 text-muted-foreground">
        For all {people(view.people)}. What is not set here is as Belfry ships it.
      </p>
    );
  }
  const names = view.groups.filter(({ id }) => profile.groups.includes(id)).map(({ name }) => name);
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted-foreground">
      <p className="wrap-anywhere min-w-0">
        {names.length === 0
          ? "For nobody yet: choose its groups."
          : `For ${names.join(", ")}: ${people(profile.people)}.`}{" "}
        What is not set here follows the account.
      </p>
      <Button variant="outline" size="sm" className="text-foreground" onClick={() => setChoosing(true)}>
        Choose groups
      </Button>
      {choosing ? <GroupsDialog {...{ profile, view, actions }} onClose={() => setChoosing(false)} /> : null}
    </div>
  );
}
