"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { instantOf, localTimeOf, readLocalTime, writeLocalTime } from "@/lib/core/local-time";
import { cityOf, momentWords } from "@/lib/core/schedule-words";
import { type SnoozeChoice, snoozeChoices } from "@/lib/core/snooze";

export interface SnoozeDialogProps {
  /** How many notifications. */
  count: number;
  zone: string;
  /** Begins at the date; the usual times were offered before. */
  atDate?: boolean;
  onSnooze(choice: Pick<SnoozeChoice, "words" | "until">): void;
  onClose(): void;
}

/** Until when: the usual times, or any date and time on the person's own clock. */
export function SnoozeDialog({ count, zone, atDate = false, onSnooze, onClose }: SnoozeDialogProps) {
  const id = useId();
  const [fault, setFault] = useState(false);
  const [choices] = useState(() => snoozeChoices(new Date(), zone));
  const morning = choices[1] && writeLocalTime(localTimeOf(choices[1].until, zone));

  function choose(choice: Pick<SnoozeChoice, "words" | "until">) {
    onClose();
    onSnooze(choice);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const wanted = readLocalTime(String(new FormData(event.currentTarget).get("until")));
    const until = wanted && instantOf(wanted, zone);
    const now = new Date();
    if (!until || until <= now) return setFault(true);
    choose({ until, words: `until ${momentWords(until, now, zone)}` });
  }

  return (
    <Dialog title={count === 1 ? "Snooze until" : `Snooze ${count} until`} onClose={onClose} className="w-96">
      <DialogBody>
        <div className="flex flex-col gap-1">
          {choices.map((choice, index) => (
            <Button
              key={choice.label}
              data-focus={(!atDate && index === 0) || undefined}
              variant="ghost"
              className="figures -mx-2 justify-start px-2 font-normal"
              onClick={() => choose(choice)}
            >
              {choice.label}
            </Button>
          ))}
        </div>
        <form onSubmit={submit} noValidate className="flex flex-wrap items-end gap-2 border-t pt-3 pb-3">
          <div className="min-w-0 flex-1">
            <label htmlFor={id} className="mb-1 block text-sm">
              Date and time, {cityOf(zone)}
            </label>
            <Input
              id={id}
              name="until"
              type="datetime-local"
              defaultValue={morning}
              aria-invalid={fault || undefined}
              aria-describedby={fault ? `${id}-fault` : undefined}
            />
          </div>
          <Button type="submit">Snooze</Button>
          {fault ? (
            <p id={`${id}-fault`} role="alert" className="basis-full text-destructive text-sm">
              Choose a time that is yet to come.
            </p>
          ) : null}
        </form>
      </DialogBody>
    </Dialog>
  );
}
