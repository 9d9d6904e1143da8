"use client";

import { ChevronRight } from "lucide-react";
import type { ListedSection, ListedTopic, Notes, TopicChange } from "@/components/preferences/listed";
import { Marked } from "@/components/preferences/marked";
import { Refused, Saved } from "@/components/preferences/note";
import { TopicRow } from "@/components/preferences/topic-row";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import type { Sound } from "@/lib/core/sound";

export interface TopicSectionProps {
  section: ListedSection;
  /** Those of the section that are shown: all, or what a search found. */
  topics: ListedTopic[];
  /** Those of them that there is time for now. */
  rows: ListedTopic[];
  words: readonly string[];
  open: boolean;
  notes: Notes;
  fallback?: Sound;
  arrived: string | null;
  onToggle(section: string): void;
  onChange(change: TopicChange, at: string): void;
  onSound?(topic: string, sound: Sound | null): void;
}

/** A section that folds, with how many are on and one checkbox for all that it shows (R48, U14). */
export function TopicSection(props: TopicSectionProps) {
  const { section, topics, rows, words, open, notes, fallback, arrived, onToggle, onChange, onSound } = props;
  const id = `section-${section.key}`;
  const on = topics.filter(({ enabled }) => enabled).length;
  const free = topics.filter(({ locked }) => !locked);
  const searched = words.length > 0;

  function setAll(enabled: boolean) {
    const changed = free.filter((topic) => topic.enabled !== enabled);
    onChange(Object.fromEntries(changed.map(({ key }) => [key, enabled])), section.key);
  }

  return (
    <li className="border-t bg-card first:border-t-0 max-sm:rounded-xl max-sm:border max-sm:first:border-t">
      <div className="relative">
        <h3>
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? `${id}-topics` : undefined}
            aria-describedby={`${id}-count`}
            onClick={() => onToggle(section.key)}
            className="flex min-h-12 w-full items-center gap-3 rounded-[inherit] py-2 pr-28 pl-4 text-left font-medium focus-visible:-outline-offset-2 max-[24rem]:pr-4 max-[24rem]:pb-7"
          >
            <ChevronRight
              aria-hidden
              className={cn(
                "size-4 shrink-0 text-muted-foreground transition-transform duration-120",
                open && "rotate-90",
              )}
            />
            <span className="min-w-0 pl-7.5">
              <Marked text={section.name} words={words} />
            </span>
          </button>
        </h3>
        <Checkbox
          aria-label={`${searched ? "All shown" : "All"} of ${section.name}`}
          aria-describedby={`${id}-count`}
          aria-disabled={free.length === 0 || undefined}
          checked={on === topics.length ? true : on === 0 ? false : "indeterminate"}
          onCheckedChange={free.length === 0 ? undefined : setAll}
          className="-translate-y-1/2 absolute top-1/2 left-10.25 m-0"
        />
        <span className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-4 flex items-center gap-1.5 text-muted-foreground text-sm max-[24rem]:top-auto max-[24rem]:right-auto max-[24rem]:bottom-2 max-[24rem]:left-18.5 max-[24rem]:translate-y-0">
          <Saved note={notes[section.key]} />
          <span id={`${id}-count`} className="figures">
            {on} of {topics.length} on
          </span>
        </span>
      </div>
      <Refused note={notes[section.key]} className="px-4 pb-2 pl-4 text-destructive text-sm sm:pl-11" />
      {open ? (
        <ul id={`${id}-topics`} aria-label={section.name}>
          {rows.map(({ key, ...topic }) => (
            <TopicRow
              key={key}
              topic={key}
              {...topic}
              words={words}
              note={notes[key]}
              fallback={fallback}
              arrived={arrived === key}
              onChange={onChange}
              onSound={onSound}
            />
          ))}
        </ul>
      ) : null}
    </li>
  );
}
