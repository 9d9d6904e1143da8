import type { TopicPartProps } from "@/components/topics/topic-draft";
import { Field } from "@/components/ui/field";
import { Fields } from "@/components/ui/fields";

interface WhatPartProps extends TopicPartProps {
  /** Of a topic that is there, the key stays as it is. */
  isNew: boolean;
  sections: readonly { key: string; name: string }[];
}

/** What it is called, by apps and by people, and where it is listed. */
export function WhatPart({ draft, faults, set, isNew, sections }: WhatPartProps) {
  return (
    <Fields title="What it is">
      {isNew ? (
        <Field
          name="key"
          label="Key"
          hint="As your apps post it, such as vans.late. It cannot be changed later."
          fault={faults.key}
          maxLength={120}
          autoComplete="off"
          spellCheck={false}
          value={draft.key}
          onChange={({ target }) => set({ key: target.value })}
        />
      ) : null}
      <Field
        name="name"
        label="Name"
        hint="What people read in their preferences."
        fault={faults.name}
        maxLength={120}
        autoComplete="off"
        value={draft.name}
        onChange={({ target }) => set({ name: target.value })}
      />
      <Field
        name="section"
        label="Section"
        hint="Empty: the one that its key begins with. A new one is made where there is none."
        fault={faults.section}
        list="topic-sections"
        autoComplete="off"
        spellCheck={false}
        value={draft.section}
        onChange={({ target }) => set({ section: target.value })}
      />
      <datalist id="topic-sections">
        {sections.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </datalist>
    </Fields>
  );
}
