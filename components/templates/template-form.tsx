import { RotateCcw } from "lucide-react";
import { CommonFields, MediumFields } from "@/components/templates/template-fields";
import type { useTemplateForm } from "@/components/templates/use-template-form";
import { Button } from "@/components/ui/button";
import { CodeField } from "@/components/ui/code-field";
import type { Medium } from "@/lib/core/channel";
import { WORDED_MEDIA } from "@/lib/core/topic";

interface TemplateFormProps {
  form: ReturnType<typeof useTemplateForm>;
  /** Those of the topic. */
  media: readonly Medium[];
}

/** The fields of a topic's templates, of each of its media, and of the sample that is shown beside them. */
export function TemplateForm({ form, media }: TemplateFormProps) {
  const { fields, sample, setSample, refused, saving, save, reset } = form;
  return (
    <form onSubmit={save} noValidate aria-busy={saving} className="grid min-w-0 content-start gap-4">
      <CommonFields {...fields} />
      {WORDED_MEDIA.filter((medium) => media.includes(medium)).map((medium) => (
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
          Not saved. {refused.errors?.length ? "What is marked cannot be read." : refused.detail}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" aria-disabled={saving}>
          Save
        </Button>
        <Button type="button" variant="ghost" onClick={reset}>
          <RotateCcw aria-hidden />
          As the topic has it
        </Button>
      </div>
    </form>
  );
}
