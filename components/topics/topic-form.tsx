"use client";

import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { draftOf, NEW_TOPIC, type TopicDraft, topicOf } from "@/components/topics/topic-draft";
import { WhatPart } from "@/components/topics/what-part";
import { WhenPart } from "@/components/topics/when-part";
import { WherePart } from "@/components/topics/where-part";
import { WhoPart } from "@/components/topics/who-part";
import { WordsPart } from "@/components/topics/words-part";
import type { Answer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { FormFault } from "@/components/ui/fault-line";
import { useForm } from "@/components/ui/use-form";
import type { OwnTopic } from "@/lib/core/own-topic";

export interface TopicFormProps {
  /** Null for a new one. */
  topic: OwnTopic | null;
  sections: readonly { key: string; name: string }[];
  onSave(topic: OwnTopic): Promise<Answer>;
}

/** All that a topic of the workspace's own has; wrong fields say so, and the first takes the focus (U28). */
export function TopicForm({ topic, sections, onSave }: TopicFormProps) {
  const [draft, setDraft] = useState(topic ? draftOf(topic) : NEW_TOPIC);
  const { faults, fault, busy, ask, leave } = useForm();
  const set = (change: Partial<TopicDraft>) => setDraft((current) => ({ ...current, ...change }));
  const part = { draft, faults, set };

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const answer = await ask(event.currentTarget, () => onSave(topicOf(draft)));
    if (!answer?.ok) return;
    toast.success(topic ? "Saved" : `${draft.name} is made`);
    leave("/admin/topics");
  }

  return (
    <form onSubmit={save} noValidate aria-busy={busy} className="grid max-w-2xl gap-8">
      <WhatPart {...part} isNew={topic === null} sections={sections} />
      <WordsPart {...part} />
      <WherePart {...part} />
      <WhoPart {...part} />
      <WhenPart {...part} />
      <FormFault fault={fault} />
      <div>
        <Button type="submit" aria-disabled={busy}>
          {topic ? "Save" : "Create topic"}
        </Button>
      </div>
    </form>
  );
}
