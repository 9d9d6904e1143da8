"use client";

import { useId, useState } from "react";
import type { DefaultsActions } from "@/components/defaults/actions";
import type { Draft } from "@/components/defaults/draft";
import { useCounts } from "@/components/defaults/use-counts";
import { cellName, keepers, people, whom } from "@/components/defaults/words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogBody } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { ComparisonView } from "@/lib/core/defaults-view";
import { about } from "@/lib/core/layers";

export interface PreviewDialogProps {
  profile: string;
  draft: Draft;
  preview: DefaultsActions["preview"];
  saving: boolean;
  fault: string | null;
  onSave(everyone: boolean): void;
  onClose(): void;
}

/** What saving would change, setting by setting, and whether it is for everyone: then its number must be typed (U25). */
export function PreviewDialog({ profile, draft, preview, saving, fault, onSave, onClose }: PreviewDialogProps) {
  const [everyone, setEveryone] = useState(false);
  const [typed, setTyped] = useState("");
  const counts = useCounts(preview, profile, draft, everyone);
  const id = useId();
  const word = counts.state === "counted" ? String(counts.comparison.changed) : null;
  const confirmed = !everyone || (word !== null && typed.trim() === word);
  const ready = confirmed && !saving && counts.state === "counted";

  return (
    <Dialog title="What this changes" onClose={onClose}>
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onSave(everyone);
        }}
      >
        <DialogBody>
          <p role="status" className="figures">
            {counts.state === "failed" ? counts.detail : null}
            {counts.state === "counted" ? <Sum {...counts.comparison} everyone={everyone} /> : null}
            {counts.state === "counting" || counts.state === "none" ? "Counting …" : null}
          </p>
          <fieldset className="grid gap-2">
            <legend className="mb-1.5 font-medium">Apply it to</legend>
            <Choice
              name={id}
              checked={!everyone}
              onChange={() => setEveryone(false)}
              label="People who have not chosen"
            >
              Whoever made a choice of their own keeps it.
            </Choice>
            <Choice name={id} checked={everyone} onChange={() => setEveryone(true)} label="Everyone">
              Choices that people made until now are set aside, and count again if you undo this. They can still choose
              anew.
            </Choice>
          </fieldset>
          {everyone && word !== null ? (
            <div className="grid gap-1.5">
              <Label htmlFor={`${id}-word`}>
                Type {word} to change what {whom(Number(word))}
              </Label>
              <Input
                id={`${id}-word`}
                inputMode="numeric"
                autoComplete="off"
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
                className="max-w-40"
              />
            </div>
          ) : null}
          {counts.state === "counted" ? <Cells comparison={counts.comparison} draft={draft} /> : null}
          {fault ? (
            <p role="alert" className="text-destructive">
              Not saved. {fault}
            </p>
          ) : null}
        </DialogBody>
        <DialogActions>
          <Button type="button" variant="outline" onClick={onClose}>
            Back
          </Button>
          <Button type="submit" aria-disabled={!ready}>
            {saving ? "Saving …" : everyone ? "Save for everyone" : "Save"}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function Sum({ changed, keeping, everyone }: ComparisonView & { everyone: boolean }) {
  return (
    <>
      Changes what <strong className="font-semibold">{whom(changed)}</strong>.
      {keeping > 0 ? ` ${keepers(keeping)}.` : everyone ? " Nobody keeps a choice of their own here." : ""}
    </>
  );
}

function Choice({
  name,
  checked,
  label,
  children,
  onChange,
}: {
  name: string;
  checked: boolean;
  label: string;
  children: string;
  onChange(): void;
}) {
  return (
    <label className="flex cursor-pointer gap-3 rounded-lg border px-3 py-2.5 has-checked:border-primary has-checked:bg-unread">
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={onChange}
        className="mt-1 size-4 shrink-0 accent-primary"
      />
      <span>
        <span className="block font-medium">{label}</span>
        <span className="block text-muted-foreground text-sm">{children}</span>
      </span>
    </label>
  );
}

/** The most that is listed one by one. */
const SHOWN = 50;

function Cells({ comparison: { cells }, draft }: { comparison: ComparisonView; draft: Draft }) {
  const untouched = draft.size - cells.length;
  return (
    <div>
      <ul className="divide-y rounded-lg border">
        {cells.slice(0, SHOWN).map((cell) => (
          <li key={about(cell)} className="flex flex-wrap justify-between gap-x-4 px-3 py-2">
            <span className="wrap-anywhere min-w-0">
              {cellName(cell, cell.name)} <Becomes enabled={draft.get(about(cell))?.enabled} />
            </span>
            <span className="figures text-muted-foreground text-sm">
              {people(cell.changed)}
              {cell.keeping > 0 ? ` · ${keepers(cell.keeping)}` : ""}
            </span>
          </li>
        ))}
      </ul>
      <p className="pt-2 text-muted-foreground text-sm">
        {cells.length > SHOWN ? `And ${cells.length - SHOWN} more. ` : ""}
        {untouched > 0
          ? `${untouched} of your changes ${untouched === 1 ? "changes" : "change"} nothing for anybody now.`
          : ""}
      </p>
    </div>
  );
}

function Becomes({ enabled }: { enabled: boolean | null | undefined }) {
  const words = enabled === null ? "follows again" : enabled ? "on" : "off";
  return <span className="ml-1 rounded-sm bg-muted px-1.5 py-0.5 font-medium text-xs">{words}</span>;
}
