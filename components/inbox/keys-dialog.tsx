"use client";

import { useId, useState } from "react";
import { KEYS } from "@/components/inbox/keys";
import type { Answer } from "@/components/ui/answer";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { Switch } from "@/components/ui/switch";

export interface KeysDialogProps {
  enabled: boolean;
  /** Stores the person's choice. */
  change(enabled: boolean): Promise<Answer>;
  onClose(): void;
}

const NAME: Readonly<Record<string, string>> = { ArrowDown: "↓", ArrowUp: "↑" };

/** The keys of the inbox, and the way to switch the single ones off (WCAG 2.1.4). */
export function KeysDialog({ enabled, change, onClose }: KeysDialogProps) {
  const id = useId();
  const [fault, setFault] = useState<string | null>(null);

  async function set(wanted: boolean) {
    setFault(null);
    const answer = await change(wanted);
    if (!answer.ok) setFault(answer.detail);
  }

  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose} className="w-md">
      <DialogBody>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
          {KEYS.map(({ act, keys, words }) => (
            <div key={act} className="contents">
              <dt className="flex gap-1">
                {keys.map((key) => (
                  <kbd
                    key={key}
                    className="min-w-6 rounded-md border bg-muted px-1.5 py-0.5 text-center font-medium font-sans text-sm"
                  >
                    {NAME[key] ?? key}
                  </kbd>
                ))}
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <div className="flex items-start justify-between gap-4 border-t pt-3 pb-3">
          <div>
            <p id={id} className="font-medium">
              Single-key shortcuts
            </p>
            <p id={`${id}-hint`} className="text-muted-foreground text-sm">
              Off, letters do nothing here; arrows, Page Up and Page Down still move.
            </p>
            {fault ? (
              <p role="alert" className="text-destructive text-sm">
                {fault}
              </p>
            ) : null}
          </div>
          <Switch checked={enabled} aria-labelledby={id} aria-describedby={`${id}-hint`} onCheckedChange={set} />
        </div>
      </DialogBody>
    </Dialog>
  );
}
