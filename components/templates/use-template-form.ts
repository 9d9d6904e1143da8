import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import type { TemplateActions } from "@/components/templates/actions";
import { draftOf, type TemplateDraft, templatesOf } from "@/components/templates/template-draft";
import { usePreview } from "@/components/templates/use-preview";
import { noAnswer, type Refusal } from "@/components/ui/answer";
import type { TemplatesView } from "@/lib/core/templates-view";

/** What one topic says while it is written: the draft, what it would look like, what is wrong with it, and its saving. */
export function useTemplateForm(view: TemplatesView, actions: TemplateActions) {
  const router = useRouter();
  const [draft, setDraft] = useState(() => draftOf(view));
  const [sample, setSample] = useState(() => JSON.stringify(view.sample, null, 2));
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [saving, setSaving] = useState(false);
  const templates = templatesOf(draft, view.shipped);
  const preview = usePreview(actions.preview, view.key, templates, sample);

  function set(change: Partial<TemplateDraft>) {
    setRefused(null);
    setDraft((current) => ({ ...current, ...change }));
  }

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (saving) return;
    const form = event.currentTarget;
    setSaving(true);
    const answer = await actions.save(view.key, templates).catch(noAnswer);
    setSaving(false);
    if (!answer.ok) return refuse(answer, form);
    setRefused(null);
    toast.success("Saved. The next notification says it so.");
    router.refresh();
  }

  /** Marks what is wrong, and puts the focus on the first of it. */
  function refuse(refusal: Refusal, form: HTMLFormElement) {
    const errors = (refusal.errors ?? []).map((error) => ({ ...error, pointer: inTemplates(error.pointer) }));
    setRefused({ ...refusal, errors });
    const first = errors[0] && form.elements.namedItem(fieldAt(errors[0].pointer));
    if (first instanceof HTMLElement) first.focus();
  }

  const wrong = [...(refused?.errors ?? []), ...(preview.shown?.faults ?? [])];
  const faults = new Map(wrong.map(({ pointer, detail }) => [pointer, detail]));
  return {
    fields: { draft, faults, set },
    sample,
    setSample,
    preview,
    refused,
    saving,
    save,
    /** As the topic has it; nothing is saved yet. */
    reset: () => set(draftOf({ shipped: view.shipped, templates: null })),
  };
}

/** The templates are a part of what is sent: `/templates/title` is their `/title`. */
function inTemplates(pointer: string): string {
  return pointer.replace(/^\/templates/, "");
}

/** The name of the field that `/media/email/body` points to. */
function fieldAt(pointer: string): string {
  return pointer.replace(/^\/(media\/)?/, "").replaceAll("/", "-");
}
