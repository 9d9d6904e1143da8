"use client";

import { useMemo, useState } from "react";
import { foldText } from "@/lib/core/fold-text";

/** So many are shown until somebody searches: a longer list is none to walk through by keyboard. */
const SHOWN = 50;
/** From so many on, a search helps. */
const MANY = 8;

/** A few of `all`, to tick: what is `chosen` at the beginning comes first, and a search finds the rest. `more`: how many it is. */
export function useFew<T extends { id: string; name: string }>(all: readonly T[], chosen: Iterable<string>) {
  const [search, setSearch] = useState("");
  // As it was at the beginning: what is ticked does not jump away.
  const [first] = useState(() => new Set(chosen));
  const found = useMemo(() => {
    const words = foldText(search).split(/\s+/).filter(Boolean);
    const matching = all.filter(({ name }) => hasAll(foldText(name), words));
    return matching.sort((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)));
  }, [all, first, search]);
  return {
    search: { value: search, onChange: setSearch },
    isMany: all.length > MANY,
    shown: found.slice(0, SHOWN),
    more: Math.max(0, found.length - SHOWN),
  };
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
