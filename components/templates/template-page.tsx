"use client";

import { RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import type { TemplateActions } from "@/components/templates/actions";
import { draftOf, type TemplateDraft, templatesOf } from "@/components/templates/template-draft";
import { CommonFields, MediumFields } from "@/components/templates/template-fields";
import { TemplatePreview } from "@/components/templates/template-preview";
import { usePreview } from "@/components/templates/use-preview";
import { type Answer, OFFLINE } from "@/components/ui/answer";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { CodeField } from "@/components/ui/code-field";
import { BROADCASTS } from "@/lib/core/broadcast-topic";
import type { TemplatesView } from "@/lib/core/templates-view";
import { WORDED_MEDIA } from "@/lib/core/topic";

/** What one topic says, in the company's own words, with what it would look like as one types (R86). */
export function TemplatePage({ view, actions }: { view: TemplatesView; actions: TemplateActions }) {
  const router = useRouter();
  const [draft, setDraft] = useState(() => draftOf(view));
  const [sample, setSample] = useState(() => JSON.stringify(view.sample, null, 2));
  const [refused, setRefused] = useState<ReturnType<typeof refusal> | null>(null);
  const [saving, setSaving] = useState(false);
  const templates = templatesOf(draft, view.shipped);
  const preview = usePreview(actions.preview, view.key, templates, sample);
  const faults = new Map([...(refused?.fields ?? []), ...(preview.shown?.faults.map(byPointer) ?? [])]);
  const set = (change: Partial<TemplateDraft>) => {
    setRefused(null);
    setDraft((current) => ({ ...current, ...change }));
  };
  const fields = { draft, faults, set };

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (saving) return;
    const form = event.currentTarget;
    setSaving(true);
    const answer = await actions.save(view.key, templates).catch(() => OFFLINE);
    setSaving(false);
    setRefused(answer.ok ? null : refusal(answer));
    if (!answer.ok) {
      const [first] = (answer.errors ?? []).map(({ pointer }) => form.elements.namedItem(fieldAt(partAt(pointer))));
      return void (first instanceof HTMLElement && first.focus());
    }
    toast.success("Saved. The next notification says it so.");
    router.refresh();
  }

  return (
    <div className="space-y-6">
      <div>
        <BackLink href="/admin/templates">Templates</BackLink>
        <h1 className="wrap-anywhere font-semibold text-xl">{view.name}</h1>
        <p className="wrap-anywhere font-mono text-muted-foreground text-sm">{view.key}</p>
        <p className="max-w-prose pt-1 text-muted-foreground">
          {view.key === BROADCASTS
            ? "Broadcasts say on every medium what their writer wrote. These words are for what integrations post here without a text of its own."
            : "A title, text or link that comes with an event is said as it came, instead of these."}
        </p>
      </div>
      <div className="grid gap-8 xl:grid-cols-2">
        <form onSubmit={save} noValidate aria-busy={saving} className="grid min-w-0 content-start gap-4">
          <CommonFields {...fields} />
          {WORDED_MEDIA.filter((medium) => view.media.includes(medium)).map((medium) => (
            <MediumFields key={medium} medium={medium} {...fields} />
          ))}
          <details className="rounded-xl border bg-card">
            <summary className="cursor-pointer px-4 py-2.5 font-medium">The sample that is shown</summary>
            <div className="border-t px-4 py-3">
              <CodeField
                name="sample"
                label="Sample"
                hint="JSON with actor, subject, data and app: the latest event of the topic, where there is one."
                rows={10}
                value={sample}
                onChange={({ target }) => setSample(target.value)}
              />
            </div>
          </details>
          {refused ? (
            <p role="alert" className="wrap-anywhere text-destructive">
              Not saved. {refused.fields.length === 0 ? refused.detail : "What is marked cannot be read."}
            </p>
          ) : null}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" aria-disabled={saving}>
              Save
            </Button>
            <Button
              type="button"
              variant="ghost"
              onClick={() => setDraft(draftOf({ shipped: view.shipped, templates: null }))}
            >
              <RotateCcw aria-hidden />
              As the topic has it
            </Button>
          </div>
        </form>
        <TemplatePreview preview={preview} />
      </div>
    </div>
  );
}

type Refused = Extract<Answer<unknown>, { ok: false }>;

function refusal({ detail, errors = [] }: Refused) {
  return { detail, fields: errors.map(({ pointer, detail }) => byPointer({ pointer: partAt(pointer), detail })) };
}

function byPointer({ pointer, detail }: { pointer: string; detail: string }): [string, string] {
  return [pointer, detail];
}

/** The templates are a part of what is sent: `/templates/title` is their `/title`. */
function partAt(pointer: string): string {
  return pointer.replace(/^\/templates/, "");
}

/** The name of the field that `/media/email/body` points to. */
function fieldAt(pointer: string): string {
  return pointer.replace(/^\/(media\/)?/, "").replaceAll("/", "-");
}
