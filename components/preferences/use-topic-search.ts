"use client";

import { type RefObject, useDeferredValue, useMemo, useState } from "react";
import { findWords, wordsOf } from "@/components/preferences/find-text";
import type { ListedSection } from "@/components/preferences/listed";

/**
 * The topics that match what is searched, by section. `painted` are those to draw now: what another search shows is
 * painted as far as one sees at first, and the rest when there is time, at the next frame or so.
 */
export function useTopicSearch(sections: ListedSection[], field: RefObject<HTMLElement | null>) {
  const [text, setText] = useState("");
  const [sight, setSight] = useState(0);
  const words = useMemo(() => wordsOf(text), [text]);
  const searched = words.length > 0;
  const found = useMemo(() => foundIn(sections, words), [sections, words]);
  const isFresh = useDeferredValue(words) !== words;
  const painted = isFresh ? firstOf(found, sight, searched) : found.map((each) => ({ ...each, rows: each.topics }));

  function search(wanted: string) {
    setText(wanted);
    setSight(linesBelow(field.current));
  }

  const count = found.reduce((sum, { topics }) => sum + topics.length, 0);
  return { text, words, searched, painted, count, search, forget: () => setText("") };
}

/** The sections that have something to show, each with its topics that match in their own name or its. */
function foundIn(sections: ListedSection[], words: readonly string[]) {
  return sections
    .map((section) => ({
      section,
      topics:
        words.length === 0 ? section.topics : section.topics.filter(({ name }) => findWords(name, words, section.name)),
    }))
    .filter(({ topics }) => topics.length > 0);
}

/** As much of it as fits into `room` lines; of what is not searched, the heads alone. */
function firstOf(found: ReturnType<typeof foundIn>, room: number, searched: boolean) {
  let left = room;
  return found.flatMap(({ section, topics }) => {
    if (left <= 0) return [];
    const rows = searched ? topics.slice(0, left) : [];
    left -= 1 + rows.length;
    return [{ section, topics, rows }];
  });
}

/** As many as fit into the window below the search, or into all of it where that is scrolled away. */
function linesBelow(search: HTMLElement | null): number {
  const top = Math.max(0, search?.getBoundingClientRect().bottom ?? 0);
  return Math.max(1, Math.ceil((window.innerHeight - top) / LINE));
}

/** Pixels: the least that a topic takes. */
const LINE = 44;
