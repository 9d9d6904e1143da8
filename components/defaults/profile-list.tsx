"use client";

import { Building2, Plus, Users } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import type { DefaultsActions } from "@/components/defaults/actions";
import { defaultsAddress } from "@/components/defaults/draft";
import { moved } from "@/components/defaults/moved";
import { NameDialog } from "@/components/defaults/name-dialog";
import { OrderDialog } from "@/components/defaults/order-dialog";
import { menuId, ProfileMenu } from "@/components/defaults/profile-menu";
import { people } from "@/components/defaults/words";
import { OFFLINE } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { Medium } from "@/lib/core/channel";
import type { DefaultsView } from "@/lib/core/defaults-view";
import { ACCOUNT } from "@/lib/core/layers";

export interface ProfileListProps {
  view: DefaultsView;
  actions: DefaultsActions;
  /** The tab that stays when another profile is chosen. */
  medium: Medium;
}

interface Asked {
  ids: string[];
  name: string;
  changed: number;
}

/** The account's defaults and the profiles, strongest first; dragged by pointer, or moved by each one's menu (R55). */
export function ProfileList({ view, actions, medium }: ProfileListProps) {
  const router = useRouter();
  const [naming, setNaming] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [spoken, setSpoken] = useState("");
  const [order, setOrder] = useState<string[] | null>(null);
  const dragged = useRef<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const refocus = useRef<string | null>(null);
  const { chosen, groups } = view;
  const profiles = sorted(view.profiles, order);
  const ids = profiles.map(({ id }) => id);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the server now says is in order
  useEffect(() => setOrder(null), [view.profiles]);

  useEffect(() => {
    // Whom the page moves loses the focus: it goes back to the menu that moved it, until somebody focuses another.
    if (!refocus.current) return;
    const menu = document.getElementById(menuId(refocus.current));
    if (document.activeElement === document.body) menu?.focus();
    else if (document.activeElement !== menu) refocus.current = null;
  });

  async function move(id: string, to: number) {
    const wanted = moved(ids, id, to);
    const name = profiles.find((one) => one.id === id)?.name ?? "";
    const answer = await actions.previewProfiles({ order: wanted }).catch(() => OFFLINE);
    if (!answer.ok) return void toast.error("Not moved.", { description: answer.detail });
    if (answer.value.changed > 0) setAsked({ ids: wanted, name, changed: answer.value.changed });
    else await save(wanted, id);
  }

  async function save(wanted: string[], id?: string) {
    setAsked(null);
    refocus.current = id ?? null;
    setOrder(wanted);
    const answer = await actions.order(wanted).catch(() => OFFLINE);
    if (answer.ok)
      setSpoken(
        `Order: ${sorted(view.profiles, wanted)
          .map(({ name }) => name)
          .join(", ")}`,
      );
    else {
      setOrder(null);
      toast.error("Not moved.", { description: answer.detail });
    }
    router.refresh();
  }

  const drop = (id: string) => ({
    draggable: true,
    onDragStart(event: DragEvent) {
      dragged.current = id;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", id);
    },
    onDragOver(event: DragEvent) {
      if (!dragged.current) return;
      event.preventDefault();
      setOver(id);
    },
    onDragEnd() {
      dragged.current = null;
      setOver(null);
    },
    onDrop(event: DragEvent) {
      event.preventDefault();
      const from = dragged.current;
      setOver(null);
      if (from && from !== id) void move(from, ids.indexOf(id));
    },
  });

  return (
    <div className="lg:w-60 lg:shrink-0">
      <nav aria-label="Profiles">
        <ul className="grid gap-0.5">
          <Item
            {...{ medium }}
            id={ACCOUNT}
            name="Account"
            detail={`Everybody · ${people(view.people)}`}
            current={chosen.id === ACCOUNT}
            icon={<Building2 aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />}
          />
        </ul>
        {profiles.length > 0 ? (
          <>
            <p id="profile-order" className="px-3 pt-3 pb-1 text-muted-foreground text-xs">
              Profiles; the first that says something wins
            </p>
            <ul aria-describedby="profile-order" className="grid gap-0.5">
              {profiles.map((profile, index) => (
                <Item
                  {...{ medium }}
                  key={profile.id}
                  id={profile.id}
                  name={profile.name}
                  detail={forWhom(profile, groups)}
                  current={chosen.id === profile.id}
                  icon={<Users aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />}
                  drag={drop(profile.id)}
                  over={over === profile.id && dragged.current !== profile.id}
                >
                  <ProfileMenu
                    {...{ profile, actions, view }}
                    up={index > 0 ? () => move(profile.id, index - 1) : undefined}
                    down={index < profiles.length - 1 ? () => move(profile.id, index + 1) : undefined}
                  />
                </Item>
              ))}
            </ul>
          </>
        ) : (
          <p className="px-3 pt-3 text-muted-foreground text-sm">
            No profiles yet. A profile gives the people of some groups defaults of their own.
          </p>
        )}
      </nav>
      <Button variant="ghost" size="sm" className="mt-2 text-primary" onClick={() => setNaming(true)}>
        <Plus aria-hidden />
        New profile
      </Button>
      <p role="status" className="sr-only">
        {spoken}
      </p>
      {naming ? (
        <NameDialog
          title="New profile"
          description="Then choose its groups, and what they get. Until then nothing changes for anybody."
          button="Create"
          onSave={async (name) => {
            const answer = await actions.create(name).catch(() => OFFLINE);
            if (answer.ok) router.push(defaultsAddress(answer.value.id));
            return answer;
          }}
          onClose={() => setNaming(false)}
        />
      ) : null}
      {asked ? (
        <OrderDialog
          name={asked.name}
          changed={asked.changed}
          onSave={() => save(asked.ids)}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </div>
  );
}

function Item({
  id,
  name,
  detail,
  current,
  icon,
  medium,
  drag,
  over,
  children,
}: {
  id: string;
  name: string;
  detail: string;
  current: boolean;
  icon: ReactNode;
  medium: Medium;
  drag?: object;
  over?: boolean;
  children?: ReactNode;
}) {
  return (
    <li
      {...drag}
      className={cn(
        "relative flex items-start gap-1 rounded-md pr-1 hover:bg-accent",
        current && "bg-accent forced-colors:underline",
        over && "outline-2 outline-ring outline-dashed",
      )}
    >
      <Link
        href={defaultsAddress(id, medium)}
        aria-current={current ? "page" : undefined}
        draggable={false}
        className="flex min-h-12 min-w-0 flex-1 gap-2.5 rounded-md px-3 py-1.5"
      >
        {icon}
        <span className="min-w-0 flex-1">
          <span className="wrap-anywhere block font-medium">
            <bdi>{name}</bdi>
          </span>
          <span className="wrap-anywhere block text-muted-foreground text-sm">{detail}</span>
        </span>
      </Link>
      {children}
    </li>
  );
}

function forWhom(profile: DefaultsView["profiles"][number], groups: DefaultsView["groups"]): string {
  if (profile.groups.length === 0) return "For nobody yet";
  const names = groups.filter(({ id }) => profile.groups.includes(id)).map(({ name }) => name);
  const [first = "", second] = names;
  const shown = names.length > 2 ? `${first} and ${names.length - 1} more` : second ? `${first}, ${second}` : first;
  return `${shown} · ${people(profile.people)}`;
}

function sorted(profiles: DefaultsView["profiles"], order: string[] | null): DefaultsView["profiles"] {
  if (!order) return profiles;
  return [...profiles].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}
