"use client";

import { Search } from "lucide-react";
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { type PeopleQuery, peopleQuery, ROLE_NAMES } from "@/components/people/people-query";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { ROLES } from "@/lib/core/role";

export interface PeopleFiltersProps {
  query: PeopleQuery;
  groups: readonly { id: string; name: string }[];
  onChange(query: PeopleQuery): void;
}

/** Milliseconds without a key before the list is asked for. */
const PAUSE = 250;

/** Search, role, state and group; each answer is in the address. */
export function PeopleFilters({ query, groups, onChange }: PeopleFiltersProps) {
  const set = (name: keyof PeopleQuery) => ({
    name,
    value: query[name] ?? "",
    onChange: ({ target }: ChangeEvent<HTMLSelectElement>) => onChange(peopleQuery({ ...query, [name]: target.value })),
  });
  return (
    <search aria-label="Filter people">
      <div className="grid grid-cols-3 gap-2 max-sm:grid-cols-1 lg:grid-cols-[1fr_9rem_9rem_12rem]">
        <SearchBox value={query.search ?? ""} onSearch={(search) => onChange(peopleQuery({ ...query, search }))} />
        <NativeSelect {...set("role")} aria-label="Role">
          <option value="">Any role</option>
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {ROLE_NAMES[role]}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect {...set("status")} aria-label="State">
          <option value="">Any state</option>
          <option value="active">Active</option>
          <option value="inactive">Deactivated</option>
        </NativeSelect>
        <NativeSelect {...set("group")} aria-label="Group">
          <option value="">Any group</option>
          {groups.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      </div>
    </search>
  );
}

function SearchBox({ value, onSearch }: { value: string; onSearch(text: string): void }) {
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <div className="relative max-lg:col-span-3 max-sm:col-span-1">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
      />
      <Input
        type="search"
        name="search"
        aria-label="Search people"
        placeholder="Name, address or id"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => onSearch(target.value), PAUSE);
        }}
        className="pl-9"
      />
    </div>
  );
}
