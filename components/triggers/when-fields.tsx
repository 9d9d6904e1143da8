import { TopicChoice } from "@/components/triggers/topic-choice";
import type { TriggerDraft } from "@/components/triggers/trigger-draft";
import { CodeField } from "@/components/ui/code-field";
import { Field } from "@/components/ui/field";
import { Fields } from "@/components/ui/fields";
import type { TriggerChoices } from "@/lib/core/trigger-view";

interface WhenFieldsProps {
  draft: TriggerDraft;
  faults: Readonly<Record<string, string>>;
  sections: TriggerChoices["sections"];
  set(change: Partial<TriggerDraft>): void;
}

/** What a trigger is called, what it listens to, and what must hold. */
export function WhenFields({ draft, faults, sections, set }: WhenFieldsProps) {
  return (
    <Fields title="When">
      <Field
        name="name"
        label="Name"
        fault={faults.name}
        maxLength={120}
        autoComplete="off"
        value={draft.name}
        onChange={({ target }) => set({ name: target.value })}
      />
      <TopicChoice
        name="topic"
        label="On this topic"
        sections={sections}
        value={draft.topic}
        fault={faults.topic}
        onChange={(topic) => set({ topic })}
      />
      <CodeField
        name="condition"
        label="If this holds"
        hint="CEL over data, subject, actor and origin, such as data.value >= 1000. Empty: always. What asks for a missing field is not met."
        fault={faults.condition}
        rows={2}
        value={draft.condition}
        onChange={({ target }) => set({ condition: target.value })}
      />
    </Fields>
  );
}
