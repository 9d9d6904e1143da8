import type { TopicPartProps } from "@/components/topics/topic-draft";
import { CodeField } from "@/components/ui/code-field";
import { Fields } from "@/components/ui/fields";

/** What its notifications say. */
export function WordsPart({ draft, faults, set }: TopicPartProps) {
  return (
    <Fields title="What it says">
      <CodeField
        name="title"
        label="Title"
        hint="Liquid over actor, subject, data, recipient and app, such as {{ subject.title }} is late. Empty: its name."
        fault={faults.title}
        rows={2}
        value={draft.title}
        onChange={({ target }) => set({ title: target.value })}
      />
      <CodeField
        name="body"
        label="Body"
        fault={faults.body}
        rows={3}
        value={draft.body}
        onChange={({ target }) => set({ body: target.value })}
      />
      <CodeField
        name="url"
        label="Link"
        fault={faults.url}
        rows={1}
        value={draft.url}
        onChange={({ target }) => set({ url: target.value })}
      />
    </Fields>
  );
}
