"use client";

import { useState } from "react";
import type { Note } from "@/components/preferences/listed";
import { Refused, Saved } from "@/components/preferences/note";
import type { PushActions } from "@/components/push/actions";
import { faultOf, noAnswer } from "@/components/ui/answer";
import { Checkbox } from "@/components/ui/checkbox";

/** Whether a lock screen shows what a notification says, or only that there is one. */
export function HideText({ hidden: before, onChange }: { hidden: boolean; onChange: PushActions["hideText"] }) {
  const [hidden, setHidden] = useState(before);
  const [note, setNote] = useState<Note>();

  async function change(wanted: boolean) {
    setHidden(wanted);
    const answer = await onChange(wanted).catch(noAnswer);
    if (!answer.ok) setHidden(!wanted);
    setNote(answer.ok ? { kind: "saved", turn: Date.now() } : { kind: "failed", detail: faultOf(answer) });
  }

  return (
    <div className="flex flex-wrap items-start gap-x-3">
      <Checkbox
        id="hide-text"
        checked={hidden}
        aria-describedby="hide-text-detail"
        className="-mt-0.5"
        onCheckedChange={(checked) => change(checked === true)}
      />
      <div className="min-w-0 flex-1 basis-40">
        <label htmlFor="hide-text" className="block cursor-pointer">
          Hide the text on the lock screen
        </label>
        <p id="hide-text-detail" className="text-muted-foreground text-sm">
          On all your devices: they show that there is something new, not what.
        </p>
        <Refused note={note} />
      </div>
      <Saved note={note} />
    </div>
  );
}
