"use client";

import { ListFilter } from "lucide-react";
import { type Ref, useEffect, useRef, useState } from "react";
import { type InboxFilterName, isFiltered } from "@/components/inbox/inbox-address";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { NativeSelect } from "@/components/ui/native-select";
import { SearchField } from "@/components/ui/search-field";
import type { Choice, InboxChoices } from "@/lib/core/inbox-choices";
import type { InboxQuery } from "@/lib/core/inbox-query";

export interface InboxSearchProps {
  query: InboxQuery;
  choices: InboxChoices;
  input: Ref<HTMLInputElement>;
  onAsk(query: InboxQuery): void;
}

/** After the last key; milliseconds. */
const PAUSE = 150;

/** The search, and behind a button the four filters; each answer is in the address (U9, U10). */
export function InboxSearch({ query, choices, input, onAsk }: InboxSearchProps) {
  const { search: _, ...others } = query;
  const narrowed = isFiltered(others);
  const [open, setOpen] = useState(narrowed);
  const select = (name: InboxFilterName, label: string, any: string, options: readonly Choice[]) => ({
    ...{ label, any, options, value: query[name] ?? "" },
    onChange: (value: string) => onAsk({ ...query, [name]: value || undefined }),
  });
  return (
    <search aria-label="Search and filter" className="mb-3 block max-sm:px-4">
      <div className="flex gap-2">
        <InboxSearchField key={query.show} query={query} input={input} onAsk={onAsk} />
        <Button
          variant="outline"
          aria-expanded={open}
          aria-controls="inbox-filters"
          className={cn("px-3", narrowed && "border-primary text-primary")}
          onClick={() => setOpen(!open)}
        >
          <ListFilter aria-hidden />
          Filter
        </Button>
      </div>
      <div id="inbox-filters" hidden={!open} className="mt-2">
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
          <Filter {...select("section", "Section", "Any section", choices.sections)} />
          <Filter {...select("app", "App", "Any app", choices.apps)} />
          <Filter {...select("person", "Person", "Anybody", choices.people)} />
          <Filter {...select("record", "Record", "Any record", choices.records)} />
        </div>
      </div>
    </search>
  );
}

/** What is typed is asked for once the fingers rest; what the address says later, such as after Back, shows here. */
function InboxSearchField({ query, input, onAsk }: Omit<InboxSearchProps, "choices">) {
  const [text, setText] = useState(query.search ?? "");
  const asked = useRef(query.search ?? "");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ query, onAsk });
  latest.current = { query, onAsk };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if ((query.search ?? "") === asked.current) return;
    asked.current = query.search ?? "";
    setText(asked.current);
  }, [query.search]);

  function type(value: string) {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const search = value.trim();
      if (search === asked.current) return;
      asked.current = search;
      latest.current.onAsk({ ...latest.current.query, search: search || undefined });
    }, PAUSE);
  }

  return (
    <SearchField
      ref={input}
      label="Search notifications"
      placeholder="Search"
      value={text}
      onChange={type}
      className="min-w-0 flex-1"
    />
  );
}

interface FilterProps {
  label: string;
  /** What says that nothing is filtered. */
  any: string;
  value: string;
  options: readonly Choice[];
  onChange(value: string): void;
}

function Filter({ label, any, value, options, onChange }: FilterProps) {
  const isListed = value === "" || options.some(({ key }) => key === value);
  return (
    <NativeSelect aria-label={label} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{any}</option>
      {isListed ? null : <option value={value}>{value}</option>}
      {options.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}
