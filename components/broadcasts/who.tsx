"use client";

import { useId } from "react";
import type { GroupChoice } from "@/components/broadcasts/actions";
import { Choice } from "@/components/broadcasts/choice";
import type { Draft } from "@/components/broadcasts/draft";
import { figure, people } from "@/components/broadcasts/words";
import { Checkbox } from "@/components/ui/checkbox";
import { FaultLine, faultId } from "@/components/ui/fault-line";
import { SearchField } from "@/components/ui/search-field";
import { useFew } from "@/components/ui/use-few";

interface WhoProps {
  draft: Pick<Draft, "everyone" | "groups">;
  groups: readonly GroupChoice[];
  mayEveryone: boolean;
  fault?: string;
  onChange(part: Partial<Draft>): void;
}

/** Everyone, or the members of groups (R89). */
export function Who({ draft, groups, mayEveryone, fault, onChange }: WhoProps) {
  const id = useId();
  const { search, isMany, shown, more } = useFew(groups, draft.groups);

  function toggle(group: string, on: boolean) {
    onChange({ groups: on ? [...draft.groups, group] : draft.groups.filter((one) => one !== group) });
  }

  return (
    <fieldset id="groups" tabIndex={-1} className="grid gap-2" aria-describedby={fault ? faultId("groups") : undefined}>
      <legend className="mb-1.5 font-medium">Who gets it</legend>
      {mayEveryone ? (
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          <Choice name={id} label="Everyone" checked={draft.everyone} onChoose={() => onChange({ everyone: true })} />
          <Choice name={id} label="Groups" checked={!draft.everyone} onChoose={() => onChange({ everyone: false })} />
        </div>
      ) : null}
      {draft.everyone ? null : (
        <>
          {isMany ? <SearchField label="Search groups" {...search} /> : null}
          <ul aria-label="Groups" className="max-h-56 divide-y overflow-y-auto rounded-lg border bg-card">
            {shown.map((group) => (
              <li key={group.id} className="flex min-h-11 items-center gap-3 px-3">
                <Checkbox
                  id={`${id}-${group.id}`}
                  checked={draft.groups.includes(group.id)}
                  onCheckedChange={(on) => toggle(group.id, on)}
                />
                <label htmlFor={`${id}-${group.id}`} className="wrap-anywhere min-w-0 flex-1 cursor-pointer py-2">
                  <bdi>{group.name}</bdi>
                </label>
                <span className="figures shrink-0 text-muted-foreground text-sm">{people(group.people)}</span>
              </li>
            ))}
            {more > 0 ? (
              <li className="px-3 py-2 text-muted-foreground text-sm">Search for the other {figure(more)}.</li>
            ) : null}
            {shown.length === 0 ? (
              <li className="px-3 py-5 text-center text-muted-foreground">
                {groups.length === 0 ? "There is no group that you could write to." : "No group matches."}
              </li>
            ) : null}
          </ul>
        </>
      )}
      <FaultLine field="groups" fault={fault} />
    </fieldset>
  );
}
