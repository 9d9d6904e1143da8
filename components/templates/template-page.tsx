"use client";

import type { TemplateActions } from "@/components/templates/actions";
import { TemplateForm } from "@/components/templates/template-form";
import { TemplatePreview } from "@/components/templates/template-preview";
import { useTemplateForm } from "@/components/templates/use-template-form";
import { BackLink } from "@/components/ui/back-link";
import { BROADCASTS } from "@/lib/core/broadcast-topic";
import type { TemplatesView } from "@/lib/core/templates-view";

/** What one topic says, in the company's own words, with what it would look like as one types (R86). */
export function TemplatePage({ view, actions }: { view: TemplatesView; actions: TemplateActions }) {
  const form = useTemplateForm(view, actions);
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
        <TemplateForm form={form} media={view.media} />
        <TemplatePreview preview={form.preview} />
      </div>
    </div>
  );
}
