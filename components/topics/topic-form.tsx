"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { draftOf, NEW_TOPIC, type TopicDraft, topicOf } from "@/components/topics/topic-draft";
import { WhenPart, WherePart, WhoPart } from "@/components/topics/topic-parts";
import { type Answer, OFFLINE } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { CodeField } from "@/components/ui/code-field";
import { Field } from "@/components/ui/field";
import { Fields } from "@/components/ui/fields";
import { useFaults } from "@/components/ui/use-faults";
import type { OwnTopic } from "@/lib/core/own-topic";

export interface TopicFormProps {
  /** Null for a new one. */
  topic: OwnTopic | null;
  sections: readonly { key: string; name: string }[];
  onSave(topic: OwnTopic): Promise<Answer<unknown>>;
}

/** All that a topic of the workspace's own has; wrong fields say so, and the first takes the focus (U28). */
export function TopicForm({ topic, sections, onSave }: TopicFormProps) {
  const router = useRouter();
  const [draft, setDraft] = useState(topic ? draftOf(topic) : NEW_TOPIC);
  const { faults, fault, show } = useFaults();
  const [saving, setSaving] = useState(false);
  const set = (change: Partial<TopicDraft>) => setDraft((current) => ({ ...current, ...change }));
  const part = { draft, faults, set };

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (saving) return;
    const form = event.currentTarget;
    setSaving(true);
    const answer = await onSave(topicOf(draft)).catch(() => OFFLINE);
    setSaving(false);
    show(answer, form);
    if (!answer.ok) return;
    toast.success(topic ? "Saved" : `${draft.name} is made`);
    router.push("/admin/topics");
    router.refresh();
  }

  return (
    <form onSubmit={save} noValidate aria-busy={saving} className="grid max-w-2xl gap-8">
      <Fields title="What it is">
        {topic ? null : (
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
        )}
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
      <WherePart {...part} />
      <WhoPart {...part} />
      <WhenPart {...part} />
      {fault ? (
        <p role="alert" className="text-destructive">
          {fault}
        </p>
      ) : null}
      <div>
        <Button type="submit" aria-disabled={saving}>
          {topic ? "Save" : "Create topic"}
        </Button>
      </div>
    </form>
  );
}
