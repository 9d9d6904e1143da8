"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";

/** What an admin is about to do with dead letters. */
export type LetterAct = "retry" | "discard";

/** Asks before all dead letters go again or are given up: there may be more than the page shows. */
export function ConfirmLetters({
  act,
  which,
  onConfirm,
  onClose,
}: {
  act: LetterAct;
  /** As in `all`, `all that match` or `3 chosen`. */
  which: string;
  onConfirm(): void;
  onClose(): void;
}) {
  const { title, description, button } = WORDS[act];
  return (
    <Dialog title={`${title} ${which}?`} description={description} onClose={onClose}>
      <DialogActions>
        <Button variant="outline" onClick={onClose}>
          Cancel
        </Button>
        <Button data-focus variant={act === "discard" ? "destructive" : "default"} onClick={onConfirm}>
          {button}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const WORDS: Record<LetterAct, { title: string; description: string; button: string }> = {
  retry: {
    title: "Retry",
    description:
      "They go out again at their provider's pace, those on other pages too. What may have arrived already may arrive twice.",
    button: "Retry",
  },
  discard: {
    title: "Give up",
    description: "They are not tried again, and leave this list. What became of them stays in the activity.",
    button: "Give up",
  },
};
