import type { TriggerDraft } from "@/components/triggers/trigger-draft";
import { Field } from "@/components/ui/field";
import { Fields, YesNo } from "@/components/ui/fields";
import { SearchField } from "@/components/ui/search-field";
import { useFew } from "@/components/ui/use-few";
import type { TriggerChoices } from "@/lib/core/trigger-view";

interface ToldFieldsProps {
  draft: TriggerDraft;
  faults: Readonly<Record<string, string>>;
  /** The relations that the topic it listens to knows. */
  known: readonly string[];
  groups: TriggerChoices["groups"];
  set(change: Partial<TriggerDraft>): void;
}

/** Whom the raised topic is for: some of those whom the event names, and groups. */
export function ToldFields({ draft, faults, known, groups, set }: ToldFieldsProps) {
  const { search, isMany, shown, more } = useFew(groups, draft.groups);
  const put = (id: string, on: boolean) =>
    set({ groups: on ? [...draft.groups, id] : draft.groups.filter((one) => one !== id) });
  return (
    <Fields title="Tells">
      <YesNo
        name="everybody"
        label="Everybody whom the event names"
        checked={draft.everybody}
        onChange={(everybody) => set({ everybody })}
      />
      {draft.everybody ? null : (
        <Field
          name="relations"
          label="Of those whom the event names, these relations"
          hint={
            known.length > 0
              ? `Divided by commas; it knows ${known.join(", ")}.`
              : "Such as owner, follower: divided by commas."
          }
          fault={faults.relations}
          autoComplete="off"
          spellCheck={false}
          value={draft.relations}
          onChange={({ target }) => set({ relations: target.value })}
        />
      )}
      {groups.length > 0 ? (
        <fieldset>
          <legend className="pb-1 font-medium">Groups</legend>
          {isMany ? <SearchField label="Search groups" {...search} className="mb-2" /> : null}
          <div className="max-h-64 overflow-y-auto rounded-lg border bg-card px-3 py-1.5">
            {shown.map(({ id, name }) => (
              <YesNo
                key={id}
                name={`group-${id}`}
                label={name}
                checked={draft.groups.includes(id)}
                onChange={(on) => put(id, on)}
              />
            ))}
            {shown.length === 0 ? <p className="py-3 text-center text-muted-foreground">No group matches.</p> : null}
          </div>
          {more > 0 ? (
            <p className="figures pt-1.5 text-muted-foreground text-sm">
              And {more.toLocaleString("en")} more. Search to find them.
            </p>
          ) : null}
          {faults.groups ? (
            <p role="alert" className="pt-1.5 text-destructive text-sm">
              {faults.groups}
            </p>
          ) : null}
        </fieldset>
      ) : null}
      <p className="text-muted-foreground text-sm">
        People who may not see the record, or did it themselves, are not told.
      </p>
    </Fields>
  );
}
