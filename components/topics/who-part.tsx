import type { TopicPartProps } from "@/components/topics/topic-draft";
import { CodeField } from "@/components/ui/code-field";
import { Field } from "@/components/ui/field";
import { Choice, Fields, YesNo } from "@/components/ui/fields";
import type { Origin } from "@/lib/core/event";

/** Who is told: relations, gates and the condition. */
export function WhoPart({ draft, faults, set }: TopicPartProps) {
  return (
    <Fields title="Who is told">
      <Field
        name="audience"
        label="Relations"
        hint="Such as owner, follower: divided by commas. Empty: anybody whom an event names."
        fault={faults.audience}
        autoComplete="off"
        spellCheck={false}
        value={draft.audience}
        onChange={({ target }) => set({ audience: target.value })}
      />
      <div>
        <YesNo
          name="strict"
          label="Only those relations, nobody without one"
          checked={draft.strict}
          onChange={(strict) => set({ strict })}
        />
        <YesNo
          name="main"
          label="Of a group only its main members"
          checked={draft.main}
          onChange={(main) => set({ main })}
        />
        <YesNo
          name="own-action"
          label="Also the person who did it"
          checked={draft.allowOwnAction}
          onChange={(allowOwnAction) => set({ allowOwnAction })}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name="permission"
          label="Permission"
          hint="Such as forms.access. Who lacks it neither sees nor gets it."
          fault={faults.permission}
          autoComplete="off"
          spellCheck={false}
          value={draft.permission}
          onChange={({ target }) => set({ permission: target.value })}
        />
        <Choice
          name="role"
          label="Role"
          value={draft.role}
          options={{ "": "Everybody", admin: "Admins and super admins", super_admin: "Super admins" }}
          onChange={(role) => set({ role })}
        />
      </div>
      <CodeField
        name="condition"
        label="Condition"
        hint="CEL over data, subject, actor, origin and recipient, such as data.value >= 1. What asks for a missing field is not met."
        fault={faults.condition}
        rows={2}
        value={draft.condition}
        onChange={({ target }) => set({ condition: target.value })}
      />
      <IgnoredOrigins ignored={draft.ignoreOrigins} onChange={(ignoreOrigins) => set({ ignoreOrigins })} />
    </Fields>
  );
}

interface IgnoredOriginsProps {
  ignored: readonly Origin[];
  onChange(ignored: Origin[]): void;
}

/** Where an event may come from that nobody is told of. */
function IgnoredOrigins({ ignored, onChange }: IgnoredOriginsProps) {
  const withChanged = (origin: Origin, on: boolean) =>
    ORIGINS.filter((one) => (one === origin ? on : ignored.includes(one)));
  return (
    <fieldset>
      <legend className="pb-1 font-medium">Nothing is sent for what comes from</legend>
      <div className="flex flex-wrap gap-x-6">
        {ORIGINS.map((origin) => (
          <YesNo
            key={origin}
            name={`origin-${origin}`}
            label={ORIGIN_WORDS[origin]}
            checked={ignored.includes(origin)}
            onChange={(on) => onChange(withChanged(origin, on))}
          />
        ))}
      </div>
    </fieldset>
  );
}

const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  ui: "people at work",
  api: "the API",
  import: "imports",
  automation: "automation",
};
const ORIGINS = Object.keys(ORIGIN_WORDS) as Origin[];
