"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import type { DefaultsActions } from "@/components/defaults/actions";
import { moved } from "@/components/defaults/moved";
import { menuId } from "@/components/defaults/profile-menu";
import { noAnswer } from "@/components/ui/answer";
import type { DefaultsView } from "@/lib/core/defaults-view";

type Profiles = DefaultsView["profiles"];

/** A move that waits for a yes, and how many people it concerns. */
export interface AskedMove {
  ids: string[];
  name: string;
  changed: number;
}

/**
 * The profiles in their order, the strongest first, and how one is moved (R55). The order shows at once and goes back when
 * the server refuses; where it changes what somebody gets it is asked first (U25).
 */
export function useProfileOrder(stored: Profiles, actions: DefaultsActions) {
  const router = useRouter();
  const [order, setOrder] = useState<string[] | null>(null);
  const [asked, setAsked] = useState<AskedMove | null>(null);
  const [spoken, setSpoken] = useState("");
  const returnFocusTo = useReturnedFocus();
  const profiles = sorted(stored, order);
  const ids = profiles.map(({ id }) => id);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the server now says is in order
  useEffect(() => setOrder(null), [stored]);

  async function move(id: string, to: number) {
    const wanted = moved(ids, id, to);
    const name = profiles.find((one) => one.id === id)?.name ?? "";
    const answer = await actions.previewProfiles({ order: wanted }).catch(noAnswer);
    if (!answer.ok) return void toast.error("Not moved.", { description: answer.detail });
    if (answer.value.changed > 0) setAsked({ ids: wanted, name, changed: answer.value.changed });
    else await save(wanted, id);
  }

  async function save(wanted: string[], id: string | null = null) {
    setAsked(null);
    returnFocusTo(id);
    setOrder(wanted);
    const answer = await actions.order(wanted).catch(noAnswer);
    if (answer.ok) setSpoken(`Order: ${namesOf(sorted(stored, wanted))}`);
    else {
      setOrder(null);
      toast.error("Not moved.", { description: answer.detail });
    }
    router.refresh();
  }

  return { profiles, spoken, move, asked, confirm: (move: AskedMove) => save(move.ids), leave: () => setAsked(null) };
}

/** Whom the page moves loses the focus: it goes back to the menu that moved it, until somebody focuses another. */
function useReturnedFocus() {
  const profile = useRef<string | null>(null);
  useEffect(() => {
    if (!profile.current) return;
    const menu = document.getElementById(menuId(profile.current));
    if (document.activeElement === document.body) menu?.focus();
    else if (document.activeElement !== menu) profile.current = null;
  });
  return (id: string | null) => {
    profile.current = id;
  };
}

function sorted(profiles: Profiles, order: string[] | null): Profiles {
  if (!order) return profiles;
  return [...profiles].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

function namesOf(profiles: Profiles): string {
  return profiles.map(({ name }) => name).join(", ");
}
