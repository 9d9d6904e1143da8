"use client";

import { Tags } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { foundTopics } from "@/components/topics/found-topics";
import { NativeSelect } from "@/components/ui/native-select";
import { NothingHere, Way } from "@/components/ui/nothing-here";
import { SearchField } from "@/components/ui/search-field";
import type { CatalogueSection, TopicRow } from "@/lib/core/catalogue-view";

export interface TopicListProps {
  sections: readonly CatalogueSection[];
  /** What else may be asked for than all, by its words. */
  kinds: Readonly<Record<string, (topic: TopicRow) => boolean>>;
  /** Where a topic's page is. */
  base: string;
  /** What stands at the right of a topic. */
  sign(topic: TopicRow): ReactNode;
}

/** The topics by section, with a search as one types. */
export function TopicList({ sections, kinds, base, sign }: TopicListProps) {
  const [search, setSearch] = useState("");
  const [kind, setKind] = useState("");
  const found = foundTopics(sections, search, kinds[kind]);
  const count = found.reduce((sum, { topics }) => sum + topics.length, 0);
  return (
    <div className="space-y-4">
      <search aria-label="Filter topics" className="grid grid-cols-[1fr_12rem] gap-2 max-sm:grid-cols-1">
        <SearchField label="Search topics" placeholder="Name, key or section" value={search} onChange={setSearch} />
        <NativeSelect aria-label="Which topics" value={kind} onChange={({ target }) => setKind(target.value)}>
          <option value="">All topics</option>
          {Object.keys(kinds).map((words) => (
            <option key={words}>{words}</option>
          ))}
        </NativeSelect>
      </search>
      <p role="status" className="figures text-muted-foreground">
        {count === 1 ? "1 topic" : `${count} topics`}
      </p>
      {found.length === 0 ? (
        <NothingHere
          Icon={Tags}
          title="No topic found"
          action={
            <Way
              onClick={() => {
                setSearch("");
                setKind("");
              }}
            >
              Show all topics
            </Way>
          }
        >
          A search looks at names, keys and sections, whatever their case and accents.
        </NothingHere>
      ) : null}
      {found.map(({ key, name, topics }) => (
        <section key={key} aria-labelledby={`section-${key}`}>
          <h2 id={`section-${key}`} className="mb-1.5 font-semibold">
            {name}
          </h2>
          <ul className="overflow-hidden rounded-xl border bg-card">
            {topics.map((topic) => (
              <li
                key={topic.key}
                className="relative flex items-center gap-x-3 border-b px-4 py-2.5 last:border-b-0 hover:bg-accent has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2"
              >
                <div className="min-w-0 flex-1">
                  <Link
                    href={`${base}/${encodeURIComponent(topic.key)}`}
                    prefetch={false}
                    className="wrap-anywhere font-medium outline-none after:absolute after:inset-0"
                  >
                    <bdi>{topic.name}</bdi>
                  </Link>
                  <p className="wrap-anywhere font-mono text-muted-foreground text-xs">{topic.key}</p>
                </div>
                {sign(topic)}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** A word at the right of a row. */
export function Tag({ children }: { children: ReactNode }) {
  return (
    <span className="shrink-0 rounded-sm bg-muted px-1.5 py-0.5 font-medium text-muted-foreground text-xs">
      {children}
    </span>
  );
}
