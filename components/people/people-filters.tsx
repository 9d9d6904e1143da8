"use client";

import type { ChangeEvent } from "react";
import { type PeopleQuery, peopleQuery, ROLE_NAMES } from "@/components/people/people-query";
import { NativeSelect } from "@/components/ui/native-select";
import { SearchBox } from "@/components/ui/search-box";
import { ROLES } from "@/lib/core/role";

export interface PeopleFiltersProps {
  query: PeopleQuery;
  groups: readonly { id: string; name: string }[];
  onChange(query: PeopleQuery): void;
}

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
        <SearchBox
          label="Search people"
          placeholder="Name, address or id"
          value={query.search}
          className="max-lg:col-span-3 max-sm:col-span-1"
          onSearch={(search) => onChange(peopleQuery({ ...query, search }))}
        />
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
