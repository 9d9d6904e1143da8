import type { Counts } from "@/components/defaults/use-counts";
import { keepers, whom } from "@/components/defaults/words";
import { Button } from "@/components/ui/button";

export interface SaveBarProps {
  /** How many settings are changed and not saved. */
  size: number;
  counts: Counts;
  saving: boolean;
  /** Why it was not saved. */
  fault: string | null;
  onDiscard(): void;
  onPreview(): void;
  onSave(): void;
}

/** Stays at the bottom of the window: what saving would do to how many people, and the choice (U25). */
export function SaveBar({ size, counts, saving, fault, onDiscard, onPreview, onSave }: SaveBarProps) {
  const idle = size === 0 || saving;
  return (
    <section
      aria-label="Unsaved changes"
      data-save-bar
      className="sticky bottom-0 z-30 -mx-4 border-t bg-background/95 px-4 py-3 backdrop-blur sm:bottom-3 sm:mx-0 sm:rounded-xl sm:border sm:shadow-float"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p role="status" className="figures min-w-0 flex-1 basis-60">
          {size === 0 ? (
            <span className="text-muted-foreground">No unsaved changes</span>
          ) : (
            <Sum {...{ size, counts }} />
          )}
        </p>
        <div className="flex gap-2">
          <Button variant="ghost" size="sm" aria-disabled={idle} onClick={idle ? undefined : onDiscard}>
            Discard
          </Button>
          <Button variant="outline" size="sm" aria-disabled={idle} onClick={idle ? undefined : onPreview}>
            Preview
          </Button>
          <Button size="sm" aria-disabled={idle} onClick={idle ? undefined : onSave}>
            {saving ? "Saving …" : "Save"}
          </Button>
        </div>
      </div>
      {fault ? (
        <p role="alert" className="pt-1 text-destructive text-sm">
          Not saved. {fault}
        </p>
      ) : null}
    </section>
  );
}

function Sum({ size, counts }: Pick<SaveBarProps, "size" | "counts">) {
  const changes = size === 1 ? "1 change" : `${size} changes`;
  if (counts.state === "failed") return `${changes} · not counted: ${counts.detail}`;
  if (counts.state !== "counted") return `${changes} · counting …`;
  const { changed, keeping } = counts.comparison;
  return (
    <>
      <span className="block text-muted-foreground text-sm">{changes}, for people who have not chosen</span>
      Changes what <strong className="font-semibold">{whom(changed)}</strong>
      {keeping > 0 ? ` · ${keepers(keeping)}` : ""}
    </>
  );
}
