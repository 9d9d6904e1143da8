import { TAB_NAMES } from "@/components/preferences/names";
import type { Preview } from "@/components/templates/use-preview";
import type { Message } from "@/lib/core/message";
import { WORDED_MEDIA } from "@/lib/core/topic";

/** What the templates say of the sample: on the desktop, and on each other medium. */
export function TemplatePreview({ preview: { shown, fault } }: { preview: Preview }) {
  return (
    <section aria-label="Preview" aria-live="polite" className="min-w-0 space-y-3 xl:sticky xl:top-20 xl:self-start">
      <h2 className="font-semibold">Preview</h2>
      {fault ? (
        <p role="alert" className="wrap-anywhere text-destructive text-sm">
          {fault}
        </p>
      ) : null}
      {shown ? (
        <>
          <Said on="Bell, pop-up and browser" {...shown.common} />
          {WORDED_MEDIA.map((medium) => {
            const said = shown.media[medium];
            return said ? <Said key={medium} on={TAB_NAMES[medium]} {...said} /> : null;
          })}
          <p className="wrap-anywhere text-muted-foreground text-sm">
            {shown.common.url ? `It leads to ${shown.common.url}` : "It leads nowhere: the link is empty or not safe."}
          </p>
        </>
      ) : (
        <p className="text-muted-foreground">…</p>
      )}
    </section>
  );
}

function Said({ on, title, body }: Pick<Message, "title" | "body"> & { on: string }) {
  return (
    <article aria-label={on} className="rounded-xl border bg-card px-4 py-3">
      <p className="text-muted-foreground text-xs">{on}</p>
      <p className="wrap-anywhere mt-0.5 font-medium">
        <bdi>{title}</bdi>
      </p>
      {body ? <p className="wrap-anywhere whitespace-pre-line text-muted-foreground">{body}</p> : null}
    </article>
  );
}
