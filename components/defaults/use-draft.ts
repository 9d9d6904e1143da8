"use client";

import { useEffect, useMemo, useState } from "react";
import { type Draft, NO_DRAFT, redraft } from "@/components/defaults/draft";
import type { CellChange } from "@/lib/core/defaults";
import type { DefaultsView } from "@/lib/core/defaults-view";
import { about } from "@/lib/core/layers";

/** What is not saved yet of one profile. Kept for this tab, so that a reload or a look elsewhere loses nothing. */
export function useDraft(chosen: DefaultsView["chosen"]) {
  const place = `belfry-defaults-${chosen.id}`;
  const [kept, setKept] = useState<Draft>(NO_DRAFT);
  const [loaded, setLoaded] = useState(false);

  useEffect(() => {
    // What was chosen as the page woke lies on top.
    setKept((now) => new Map([...stored(place), ...now]));
    setLoaded(true);
  }, [place]);

  useEffect(() => {
    if (!loaded) return;
    if (kept.size === 0) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify([...kept.values()]));
  }, [kept, loaded, place]);

  // Against what is stored now: somebody else may have saved the same meanwhile.
  const draft = useMemo(() => redraft(NO_DRAFT, [...kept.values()], chosen), [kept, chosen]);
  return {
    draft,
    change: (changes: readonly CellChange[]) => setKept((now) => redraft(now, changes, chosen)),
    discard: () => setKept(NO_DRAFT),
  };
}

function stored(place: string): Draft {
  try {
    const changes: CellChange[] = JSON.parse(sessionStorage.getItem(place) ?? "[]");
    return new Map(changes.map((one) => [about(one), one]));
  } catch {
    return NO_DRAFT;
  }
}
