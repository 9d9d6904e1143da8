"use client";

import { useState } from "react";
import type { More } from "@/components/ui/list-foot";
import type { PersonView } from "@/lib/core/person-view";

/** One page of people; `total` comes with the first. */
export interface PeoplePage {
  people: PersonView[];
  total: number | null;
  nextCursor: string | null;
}

export type LoadPeople = (cursor: string) => Promise<({ ok: true } & PeoplePage) | { ok: false; detail: string }>;

/** The first page as the server rendered it, and what was loaded since. */
export function usePeople(first: PeoplePage, load: LoadPeople) {
  const [{ people, nextCursor }, setPage] = useState(first);
  const [more, setMore] = useState<More>("idle");

  async function next() {
    if (nextCursor === null || more === "loading") return;
    setMore("loading");
    const page = await load(nextCursor).catch(() => ({ ok: false as const, detail: "Belfry did not answer." }));
    if (!page.ok) return setMore({ failed: page.detail });
    setPage({ ...page, people: [...people, ...page.people] });
    setMore("idle");
  }

  return { people, hasMore: nextCursor !== null, more, next };
}
