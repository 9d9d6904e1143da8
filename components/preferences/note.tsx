import { Check } from "lucide-react";
import type { Note as NoteOf } from "@/components/preferences/listed";

/** A tick that comes and goes where something was saved; whoever does not see it hears of it from the page. */
export function Saved({ note }: { note: NoteOf | undefined }) {
  if (note?.kind !== "saved") return null;
  return (
    <Check
      key={note.turn}
      data-saved
      aria-hidden
      className="size-4 shrink-0 animate-tick text-delivered motion-reduce:animate-none"
    />
  );
}

/** Why a change was taken back, at its place. */
export function Refused({ note, className }: { note: NoteOf | undefined; className?: string }) {
  if (note?.kind !== "failed") return null;
  return (
    <p role="alert" className={className ?? "text-destructive text-sm"}>
      Not saved. {note.detail}
    </p>
  );
}
