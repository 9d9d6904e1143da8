"use client";

import { useId, useState } from "react";
import { toast } from "sonner";
import type { PersonActions } from "@/components/people/actions";
import { noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { SearchField } from "@/components/ui/search-field";
import { useFew } from "@/components/ui/use-few";
import type { GroupSummary, MembershipView } from "@/lib/core/person-view";

type Membership = Pick<MembershipView, "id" | "main" | "manager">;

/** Which groups a person is in, and as what; saved all at once. */
export function PersonGroups({
  id,
  memberships,
  groups,
  onSave,
}: {
  id: string;
  memberships: readonly MembershipView[];
  groups: readonly GroupSummary[];
  onSave: PersonActions["setGroups"];
}) {
  const [chosen, setChosen] = useState(() => new Map<string, Membership>(memberships.map((one) => [one.id, one])));
  const [saving, setSaving] = useState(false);
  const { search, isMany, shown, more } = useFew(groups, chosen.keys());

  function put(group: string, change: Partial<Membership> | null) {
    const next = new Map(chosen);
    if (change) next.set(group, { ...(chosen.get(group) ?? { id: group, main: true, manager: false }), ...change });
    else next.delete(group);
    setChosen(next);
  }

  async function save() {
    if (saving) return;
    setSaving(true);
    const wanted = [...chosen.values()].map(({ id, main, manager }) => ({ id, main, manager }));
    const answer = await onSave(id, wanted).catch(noAnswer);
    setSaving(false);
    if (answer.ok) toast.success("Groups saved");
    else toast.error("Groups not saved", { description: answer.detail });
  }

  if (groups.length === 0) return <p className="text-muted-foreground">There are no groups yet.</p>;
  return (
    <div className="grid max-w-xl gap-3">
      {isMany ? <SearchField label="Search groups" {...search} /> : null}
      <ul aria-label="Groups" className="max-h-96 divide-y overflow-y-auto rounded-lg border bg-card">
        {shown.map(({ id: group, name }) => (
          <GroupRow key={group} name={name} membership={chosen.get(group)} onChange={(change) => put(group, change)} />
        ))}
        {shown.length === 0 ? <li className="px-3 py-5 text-center text-muted-foreground">No group matches.</li> : null}
      </ul>
      {more > 0 ? (
        <p className="figures text-muted-foreground text-sm">
          And {more.toLocaleString("en")} more. Search to find them.
        </p>
      ) : null}
      <div>
        <Button variant="outline" aria-disabled={saving} onClick={save}>
          Save groups
        </Button>
      </div>
    </div>
  );
}

function GroupRow({
  name,
  membership,
  onChange,
}: {
  name: string;
  membership: Membership | undefined;
  onChange(change: Partial<Membership> | null): void;
}) {
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-3 py-1.5">
      <Choice
        label={name}
        checked={membership !== undefined}
        onChange={(isIn) => onChange(isIn ? {} : null)}
        className="min-w-40 flex-1"
      />
      {membership ? (
        <>
          <Choice label="Main member" of={name} checked={membership.main} onChange={(main) => onChange({ main })} />
          <Choice
            label="Manager"
            of={name}
            checked={membership.manager}
            onChange={(manager) => onChange({ manager })}
          />
        </>
      ) : null}
    </li>
  );
}

function Choice({
  label,
  of,
  checked,
  onChange,
  className,
}: {
  label: string;
  of?: string;
  checked: boolean;
  onChange(checked: boolean): void;
  className?: string;
}) {
  const id = useId();
  return (
    <span className={className}>
      <span className="flex items-center gap-2.5">
        <Checkbox id={id} aria-label={of ? `${label} of ${of}` : label} checked={checked} onCheckedChange={onChange} />
        <label htmlFor={id} className="wrap-anywhere text-sm">
          <bdi>{label}</bdi>
        </label>
      </span>
    </span>
  );
}
