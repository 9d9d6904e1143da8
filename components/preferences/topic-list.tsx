"use client";

import { type ReactNode, useCallback, useId, useRef, useState } from "react";
import type { ListedSection, Notes, TopicChange } from "@/components/preferences/listed";
import { topicId } from "@/components/preferences/topic-row";
import { TopicSearch } from "@/components/preferences/topic-search";
import { TopicSection } from "@/components/preferences/topic-section";
import { useArrival } from "@/components/preferences/use-arrival";
import { useTopicSearch } from "@/components/preferences/use-topic-search";
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
  const { text, words, searched, painted, count, search, forget } = useTopicSearch(sections, input);
  /** Those that the person folded among what the search opened. */
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());

  /** What the list has opened for. Not of an effect: that would come after what was typed as the page woke, and undo it. */
  const [arrived, setArrived] = useState(arrive);
  if (arrive !== arrived) {
    setArrived(arrive);
    forget();
    setOpened(new Set([...opened, ...sectionOf(sections, arrive)]));
  }

  const latest = useRef({ onChange, sounds });
  latest.current = { onChange, sounds };
  const change = useCallback((to: TopicChange, at: string) => latest.current.onChange(to, at), []);
  const setSound = useCallback((topic: string, to: Sound | null) => latest.current.sounds?.onChange(topic, to), []);
  const toggle = searched ? setFolded : setOpened;

  useArrival(arrive ? topicId(arrive) : null);

  function onSearch(wanted: string) {
    search(wanted);
    setFolded(new Set());
  }

  function clear() {
    onSearch("");
    input.current?.focus();
  }

  const all = sections.flatMap(({ topics }) => topics);
  return (
    <section aria-labelledby={headingId}>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id={headingId} className="font-semibold text-lg">
          {title}
        </h2>
        <TopicSearch value={text} input={input} onChange={onSearch} />
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
            No topic matches <q>{text.trim()}</q>.
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

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
