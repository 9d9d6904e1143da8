import { TAB_NAMES } from "@/components/preferences/names";
import type { TemplateDraft } from "@/components/templates/template-draft";
import { CodeField } from "@/components/ui/code-field";
import type { WordedMedium } from "@/lib/core/topic";

interface FieldsProps {
  draft: TemplateDraft;
  /** By pointer, such as `/media/email/body`. */
  faults: ReadonlyMap<string, string>;
  set(change: Partial<TemplateDraft>): void;
}

/** What the notification says, in the bell and wherever nothing else is said. */
export function CommonFields({ draft, faults, set }: FieldsProps) {
  return (
    <>
      <CodeField
        name="title"
        label="Title"
        hint="Liquid over actor, subject, data, recipient and app, and notification (count, titles) where several became one. Empty: the topic's name."
        fault={faults.get("/title")}
        rows={3}
        value={draft.title}
        onChange={({ target }) => set({ title: target.value })}
      />
      <CodeField
        name="body"
        label="Body"
        fault={faults.get("/body")}
        rows={5}
        value={draft.body}
        onChange={({ target }) => set({ body: target.value })}
      />
      <CodeField
        name="url"
        label="Link"
        fault={faults.get("/url")}
        rows={2}
        value={draft.url}
        onChange={({ target }) => set({ url: target.value })}
      />
    </>
  );
}

/** What one medium says instead. */
export function MediumFields({ medium, draft, faults, set }: FieldsProps & { medium: WordedMedium }) {
  const words = draft.media[medium];
  const change = (part: Partial<typeof words>) => set({ media: { ...draft.media, [medium]: { ...words, ...part } } });
  const isWorded = words.title !== "" || words.body !== "";
  return (
    <details open={isWorded} className="rounded-xl border bg-card">
      <summary className="cursor-pointer px-4 py-2.5 font-medium">
        {TAB_NAMES[medium]} <span className="font-normal text-muted-foreground">in other words</span>
      </summary>
      <div className="grid gap-4 border-t px-4 py-3">
        <p className="text-muted-foreground text-sm">
          Where several events became one notification, only words that use <code>notification</code> are said here.
        </p>
        <CodeField
          name={`${medium}-title`}
          label={medium === "email" ? "Email subject" : `${TAB_NAMES[medium]} title`}
          hint="Empty: as above."
          fault={faults.get(`/media/${medium}/title`)}
          rows={2}
          value={words.title}
          onChange={({ target }) => change({ title: target.value })}
        />
        <CodeField
          name={`${medium}-body`}
          label={`${medium === "email" ? "Email" : TAB_NAMES[medium]} body`}
          hint="Empty: as above."
          fault={faults.get(`/media/${medium}/body`)}
          rows={4}
          value={words.body}
          onChange={({ target }) => change({ body: target.value })}
        />
      </div>
    </details>
  );
}
