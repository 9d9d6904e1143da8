"use client";

import { type ReactNode, useCallback, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import { findWords, wordsOf } from "@/components/preferences/find-text";
import type { ListedSection, Notes, TopicChange } from "@/components/preferences/listed";
import { topicId } from "@/components/preferences/topic-row";
import { TopicSearch } from "@/components/preferences/topic-search";
import { TopicSection } from "@/components/preferences/topic-section";
import { useArrival } from "@/components/preferences/use-arrival";
import { Button } from "@/components/ui/button";
import type { Sound } from "@/lib/core/sound";

/**
 * What a list of topics is given; it knows neither whose these are nor where they are kept, and holds only what is
 * folded and searched. The person's own page and the company's defaults both show it.
 */
export interface TopicListProps {
  /** The heading above it. */
  title: string;
  /** In the order shown. A topic that is not offered here is not in them; a section without topics does not show. */
  sections: ListedSection[];
  /**
   * Asked for one topic, or for all of a section that are not locked and would change. `at` is the key of the topic or
   * section where it was asked: put the outcome into `notes` under it. The list shows what `sections` says, so that
   * the caller decides when a change shows.
   */
  onChange(change: TopicChange, at: string): void;
  notes?: Notes;
  /** Present where each topic can have a sound of its own. `fallback`: the one for all (R21, R22). */
  sounds?: { fallback: Sound; onChange(topic: string, sound: Sound | null): void };
  /** A topic that a link named: its section opens, and its checkbox gets the focus (R12). */
  arrive?: string | null;
  /** What acts on the whole list, such as `Clear all preferences`. */
  children?: ReactNode;
}

const NO_NOTES: Notes = {};

/** Topics in sections that fold, with a search over them (R47 to R50). */
export function TopicList({ title, sections, onChange, notes = NO_NOTES, sounds, arrive, children }: TopicListProps) {
  const headingId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(sectionOf(sections, arrive)));
  const [search, setSearch] = useState("");
  const [sight, setSight] = useState(0);
  /** Those that the person folded among what the search opened. */
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const words = useMemo(() => wordsOf(search), [search]);
  const searched = words.length > 0;
  const found = useMemo(() => foundIn(sections, words), [sections, words]);
  // What another search shows is painted as far as one sees at first, and the rest when there is time: at the next frame
  // or so.
  const isFresh = useDeferredValue(words) !== words;
  const painted = isFresh ? firstOf(found, sight, searched) : found.map((each) => ({ ...each, rows: each.topics }));

  const latest = useRef({ onChange, sounds, sections });
  latest.current = { onChange, sounds, sections };
  const change = useCallback((to: TopicChange, at: string) => latest.current.onChange(to, at), []);
  const setSound = useCallback((topic: string, to: Sound | null) => latest.current.sounds?.onChange(topic, to), []);
  const toggle = searched ? setFolded : setOpened;

  useEffect(() => {
    setSearch("");
    setOpened((now) => new Set([...now, ...sectionOf(latest.current.sections, arrive)]));
  }, [arrive]);
  useArrival(arrive ? topicId(arrive) : null);

  function onSearch(text: string) {
    setSearch(text);
    setSight(linesBelow(input.current));
    setFolded(new Set());
  }

  function clear() {
    onSearch("");
    input.current?.focus();
  }

  const all = sections.flatMap(({ topics }) => topics);
  const count = found.reduce((sum, { topics }) => sum + topics.length, 0);
  return (
    <section aria-labelledby={headingId}>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id={headingId} className="font-semibold text-lg">
          {title}
        </h2>
        <TopicSearch value={search} input={input} onChange={onSearch} />
      </div>
      <div className="mb-3 flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="flex flex-wrap items-center gap-1">{children}</div>
        <p className="figures text-muted-foreground text-sm">
          {searched ? matching(count) : `${all.filter(({ enabled }) => enabled).length} of ${all.length} on`}
        </p>
      </div>
      <p role="status" className="sr-only">
        {searched ? matching(count) : ""}
      </p>
      {all.length === 0 ? <p className={EMPTY}>There is nothing to choose from here.</p> : null}
      {count > 0 ? (
        <ul className="max-sm:grid max-sm:grid-cols-1 max-sm:gap-3 sm:overflow-hidden sm:rounded-xl sm:border">
          {painted.map(({ section, topics, rows }) => (
            <TopicSection
              key={section.key}
              section={section}
              topics={topics}
              rows={rows}
              words={words}
              open={searched ? !folded.has(section.key) : opened.has(section.key)}
              notes={notes}
              fallback={sounds?.fallback}
              arrived={arrive ?? null}
              onToggle={(key) => toggle((now) => toggled(now, key))}
              onChange={change}
              onSound={sounds ? setSound : undefined}
            />
          ))}
        </ul>
      ) : null}
      {searched && count === 0 ? (
        <div className={EMPTY}>
          <p className="wrap-anywhere mb-3">
            No topic matches <q>{search.trim()}</q>.
          </p>
          <Button variant="outline" size="sm" onClick={clear}>
            Clear search
          </Button>
        </div>
      ) : null}
    </section>
  );
}

const EMPTY = "rounded-xl border border-dashed px-4 py-10 text-center text-muted-foreground";

function matching(count: number): string {
  if (count === 0) return "No topic matches";
  return count === 1 ? "1 topic matches" : `${count} topics match`;
}

function sectionOf(sections: ListedSection[], topic: string | null | undefined): string[] {
  return sections.filter(({ topics }) => topics.some(({ key }) => key === topic)).map(({ key }) => key);
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

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
