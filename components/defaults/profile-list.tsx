"use client";

import { Building2, Users } from "lucide-react";
import type { DefaultsActions } from "@/components/defaults/actions";
import { NewProfile } from "@/components/defaults/new-profile";
import { OrderDialog } from "@/components/defaults/order-dialog";
import { ProfileItem } from "@/components/defaults/profile-item";
import { ProfileMenu } from "@/components/defaults/profile-menu";
import { useDrag } from "@/components/defaults/use-drag";
import { useProfileOrder } from "@/components/defaults/use-profile-order";
import { people } from "@/components/defaults/words";
import type { Medium } from "@/lib/core/channel";
import type { DefaultsView } from "@/lib/core/defaults-view";
import { ACCOUNT } from "@/lib/core/layers";

export interface ProfileListProps {
  view: DefaultsView;
  actions: DefaultsActions;
  /** The tab that stays when another profile is chosen. */
  medium: Medium;
}

/** The account's defaults and the profiles, strongest first; dragged by pointer, or moved by each one's menu (R55). */
export function ProfileList({ view, actions, medium }: ProfileListProps) {
  const { chosen, groups } = view;
  const { profiles, spoken, move, asked, confirm, leave } = useProfileOrder(view.profiles, actions);
  const placeOf = (id: string) => profiles.findIndex((profile) => profile.id === id);
  const { drag, isOver } = useDrag((id, onto) => void move(id, placeOf(onto)));

  return (
    <div className="lg:w-60 lg:shrink-0">
      <nav aria-label="Profiles">
        <ul className="grid gap-0.5">
          <ProfileItem
            id={ACCOUNT}
            name="Account"
            detail={`Everybody · ${people(view.people)}`}
            Icon={Building2}
            current={chosen.id === ACCOUNT}
            medium={medium}
          />
        </ul>
        {profiles.length > 0 ? (
          <>
            <p id="profile-order" className="px-3 pt-3 pb-1 text-muted-foreground text-xs">
              Profiles; the first that says something wins
            </p>
            <ul aria-describedby="profile-order" className="grid gap-0.5">
              {profiles.map((profile, index) => (
                <ProfileItem
                  key={profile.id}
                  id={profile.id}
                  name={profile.name}
                  detail={forWhom(profile, groups)}
                  Icon={Users}
                  current={chosen.id === profile.id}
                  medium={medium}
                  drag={drag(profile.id)}
                  over={isOver(profile.id)}
                >
                  <ProfileMenu
                    {...{ profile, actions, view }}
                    up={index > 0 ? () => move(profile.id, index - 1) : undefined}
                    down={index < profiles.length - 1 ? () => move(profile.id, index + 1) : undefined}
                  />
                </ProfileItem>
              ))}
            </ul>
          </>
        ) : (
          <p className="px-3 pt-3 text-muted-foreground text-sm">
            No profiles yet. A profile gives the people of some groups defaults of their own.
          </p>
        )}
      </nav>
      <NewProfile create={actions.create} />
      <p role="status" className="sr-only">
        {spoken}
      </p>
      {asked ? (
        <OrderDialog name={asked.name} changed={asked.changed} onSave={() => confirm(asked)} onClose={leave} />
      ) : null}
    </div>
  );
}

function forWhom(profile: DefaultsView["profiles"][number], groups: DefaultsView["groups"]): string {
  if (profile.groups.length === 0) return "For nobody yet";
  const [first = "", ...others] = groups.filter(({ id }) => profile.groups.includes(id)).map(({ name }) => name);
  const names = others.length > 1 ? `${first} and ${others.length} more` : [first, ...others].join(", ");
  return `${names} · ${people(profile.people)}`;
}
