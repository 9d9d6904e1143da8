import { type FormEvent, useId, useState } from "react";
import { type Draft, momentOf } from "@/components/broadcasts/draft";
import { figure, people } from "@/components/broadcasts/words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogBody } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { fullWords } from "@/components/ui/relative-words";
import type { AudiencePreview } from "@/lib/core/broadcast-preview";

interface ConfirmProps {
  draft: Draft;
  audience: AudiencePreview;
  busy: boolean;
  onSend(): void;
  onClose(): void;
}

/** From so many people on, the number is typed: nobody writes to all by a press too many (S32). */
const TYPED_FROM = 100;

/** Says once more to how many it goes, and when (U22). */
export function Confirm({ draft, audience, busy, onSend, onClose }: ConfirmProps) {
  const field = useId();
  const [typed, setTyped] = useState("");
  const at = draft.later ? momentOf(draft.at, draft.zone) : null;
  const act = `${at ? "Schedule for" : "Send to"} ${people(audience.people)}`;
  const isTyped = audience.people < TYPED_FROM || typed.replace(/\D/g, "") === String(audience.people);

  function send(event: FormEvent) {
    event.preventDefault();
    if (isTyped && !busy) onSend();
  }

  return (
    <Dialog title={`${act}?`} onClose={onClose}>
      <form className="contents" onSubmit={send}>
        <DialogBody>
          <p className="wrap-anywhere">
            <bdi className="font-medium">{draft.title.trim()}</bdi>
          </p>
          <p className="pb-2 text-muted-foreground">
            {reachWords(audience)}{" "}
            {at ? `It goes out on ${fullWords(at, draft.zone)}.` : "You have ten seconds to take it back."}
          </p>
          {audience.people < TYPED_FROM ? null : (
            <div className="grid gap-1.5 pb-2">
              <Label htmlFor={field}>
                <span>Type {figure(audience.people)} to go on</span>
              </Label>
              <Input
                id={field}
                inputMode="numeric"
                autoComplete="off"
                className="max-w-40"
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
              />
            </div>
          )}
        </DialogBody>
        <DialogActions>
          <Button type="button" variant="outline" onClick={onClose}>
            Back
          </Button>
          <Button type="submit" data-focus={isTyped ? true : undefined} aria-disabled={busy || !isTyped}>
            {busy ? "Sending …" : act}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Of very many, not all were looked at: then no number is promised. */
function reachWords({ people: all, checked, reached, byEmail }: AudiencePreview): string {
  if (checked < all) return `Of the first ${figure(checked)}, ${figure(reached)} will get it.`;
  return `${figure(reached)} will get it, ${figure(byEmail)} of them by e-mail too.`;
}
