"use client";

import { type FormEvent, useRef, useState } from "react";
import { toast } from "sonner";
import type { TriggerActions } from "@/components/triggers/actions";
import { ToldFields } from "@/components/triggers/told-fields";
import { TopicChoice } from "@/components/triggers/topic-choice";
import { Trial, type Tried } from "@/components/triggers/trial";
import { draftOf, NEW_TRIGGER, type TriggerDraft, triggerOf } from "@/components/triggers/trigger-draft";
import { WhenFields } from "@/components/triggers/when-fields";
import { Button } from "@/components/ui/button";
import { FormFault } from "@/components/ui/fault-line";
import { Fields } from "@/components/ui/fields";
import { useForm } from "@/components/ui/use-form";
import type { TriggerInput } from "@/lib/core/trigger-input";
import type { TriggerChoices } from "@/lib/core/trigger-view";

export interface TriggerFormProps {
  /** Null for a new one. */
  trigger: TriggerInput | null;
  choices: TriggerChoices;
  zone: string;
  actions: TriggerActions;
}

/** On this topic, if this holds, raise that topic for these people (R85); with a dry run beside it. */
export function TriggerForm({ trigger, choices: { sections, groups }, zone, actions }: TriggerFormProps) {
  const [draft, setDraft] = useState(trigger ? draftOf(trigger) : NEW_TRIGGER);
  const { faults, fault, busy, ask, leave } = useForm();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState<Tried>(null);
  const set = (change: Partial<TriggerDraft>) => setDraft((current) => ({ ...current, ...change }));
  const known = sections.flatMap(({ topics }) => topics).find(({ key }) => key === draft.topic)?.audience ?? [];

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const answer = await ask(event.currentTarget, () => actions.save(triggerOf(draft)));
    if (!answer?.ok) return;
    toast.success(trigger ? "Saved" : `${draft.name} is on`);
    leave("/admin/triggers");
  }

  async function tryOut() {
    if (!form.current) return;
    // Its name is of no matter to what it would have raised.
    const asked = { ...triggerOf(draft), name: draft.name.trim() || "A trigger" };
    const answer = await ask(form.current, () => actions.tryOut(asked));
    if (answer) setTried(answer.ok ? { trial: answer.value } : null);
  }

  return (
    <div className="grid gap-8 xl:grid-cols-2">
      <form ref={form} onSubmit={save} noValidate aria-busy={busy} className="grid min-w-0 content-start gap-8">
        <WhenFields {...{ draft, faults, sections, set }} />
        <Fields title="Raise">
          <TopicChoice
            name="raises"
            label="That topic"
            sections={sections}
            value={draft.raises}
            fault={faults.raises}
            onChange={(raises) => set({ raises })}
          />
        </Fields>
        <ToldFields {...{ draft, faults, known, groups, set }} />
        <FormFault fault={fault} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" aria-disabled={busy}>
            {trigger ? "Save" : "Create trigger"}
          </Button>
          <Button type="button" variant="outline" aria-disabled={busy} onClick={tryOut}>
            Dry run
          </Button>
        </div>
      </form>
      <section aria-label="Dry run" aria-live="polite" aria-busy={busy} className="min-w-0">
        <Trial tried={tried} zone={zone} />
      </section>
    </div>
  );
}
