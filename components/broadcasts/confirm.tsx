import { type FormEvent, useId, useState } from "react";
import { type Draft, momentOf } from "@/components/broadcasts/draft";
import { figure, people } from "@/components/broadcasts/words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { fullWords } from "@/components/ui/relative-words";
import type { AudiencePreview } from "@/lib/core/broadcast-preview";

interface ConfirmProps {
  draft: Draft;
  audience: AudiencePreview;
  busy: boolean;
  /** What was wrong with the password. */
  fault: string | undefined;
  onSend(password: string): void;
  onClose(): void;
}

/** From so many people on, the number is typed: nobody writes to all by a press too many (S32). */
const TYPED_FROM = 100;

/** Says once more to how many it goes, and when (U22); whoever left their tab open did not send it (S32). */
export function Confirm({ draft, audience, busy, fault, onSend, onClose }: ConfirmProps) {
  const field = useId();
  const [typed, setTyped] = useState("");
  const [password, setPassword] = useState("");
  const at = draft.later ? momentOf(draft.at, draft.zone) : null;
  const act = `${at ? "Schedule for" : "Send to"} ${people(audience.people)}`;
  const isTyped = audience.people < TYPED_FROM || typed.replace(/\D/g, "") === String(audience.people);

  const isComplete = isTyped && password !== "";

  function send(event: FormEvent) {
    event.preventDefault();
    if (isComplete && !busy) onSend(password);
  }

  return (
    <Dialog title={`${act}?`} onClose={onClose}>
      <form className="contents" onSubmit={send}>
        <DialogBody>
          <p className="wrap-anywhere">
            <bdi className="font-medium">{draft.title.trim()}</bdi>
          </p>
          <p className="pb-2 text-muted-foreground">
            {reachWords(audience)} {whenWords(audience, at, draft.zone)}
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
          <div className="max-w-80 pb-2">
            <Field
              name="password"
              type="password"
              label="Your password"
              autoComplete="current-password"
              value={password}
              fault={fault}
              onChange={({ target }) => setPassword(target.value)}
            />
          </div>
        </DialogBody>
        <DialogActions>
          <Button type="button" variant="outline" onClick={onClose}>
            Back
          </Button>
          <Button type="submit" aria-disabled={busy || !isComplete}>
            {busy ? "Sending …" : act}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function whenWords({ secondPerson }: AudiencePreview, at: Date | null, zone: string): string {
  const start = secondPerson ? "Another super admin has to approve it. " : "";
  if (at) return `${start}It goes out on ${fullWords(at, zone)}.`;
  return start === "" ? "You have ten seconds to take it back." : start.trim();
}

/** Of very many, not all were looked at: then no number is promised. */
function reachWords({ people: all, checked, reached, byEmail }: AudiencePreview): string {
  if (checked < all) return `Of the first ${figure(checked)}, ${figure(reached)} will get it.`;
  return `${figure(reached)} will get it, ${figure(byEmail)} of them by email too.`;
}
