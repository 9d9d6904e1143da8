"use client";

import { Bold, Italic, Link2 } from "lucide-react";
import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from "react";
import { harmless } from "@/components/broadcasts/harmless";
import { LinkRow } from "@/components/broadcasts/link-row";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { FaultLine, faulty } from "@/components/ui/fault-line";

interface BodyEditorProps {
  id: string;
  /** What it begins with; the same while it is written in. */
  initial: string;
  fault?: string;
  onChange(html: string): void;
}

/** A small editor: bold, italic, links, paragraphs. What it writes is cleaned by the server, whatever was pasted (S8). */
export function BodyEditor({ id, initial, fault, onChange }: BodyEditorProps) {
  const field = useRef<HTMLDivElement>(null);
  const [linking, setLinking] = useState<Range | null>(null);

  useEffect(() => {
    if (field.current) field.current.innerHTML = harmless(initial);
  }, [initial]);

  function tell() {
    if (field.current) onChange(field.current.textContent?.trim() === "" ? "" : field.current.innerHTML);
  }

  function run(command: "bold" | "italic" | "createLink" | "insertText", value?: string) {
    field.current?.focus();
    document.execCommand(command, false, value);
    tell();
  }

  /** What comes from elsewhere comes as words alone. */
  function takeWords(event: ClipboardEvent | DragEvent) {
    event.preventDefault();
    const from = "clipboardData" in event ? event.clipboardData : event.dataTransfer;
    run("insertText", from.getData("text/plain"));
  }

  function addLink(address: string) {
    const range = linking;
    setLinking(null);
    field.current?.focus();
    const selection = getSelection();
    if (!range || !selection) return;
    selection.removeAllRanges();
    selection.addRange(range);
    if (range.collapsed) run("insertText", address);
    else run("createLink", address);
  }

  return (
    <div className="grid gap-1.5">
      <div className={cn("rounded-md border border-input bg-card", fault && "border-destructive")}>
        <div role="toolbar" aria-label="Format" className="flex gap-0.5 border-b p-1">
          <Tool name="Bold" Icon={Bold} onPress={() => run("bold")} />
          <Tool name="Italic" Icon={Italic} onPress={() => run("italic")} />
          <Tool name="Add a link" Icon={Link2} onPress={() => setLinking(selectionIn(field.current))} />
        </div>
        {linking ? <LinkRow onAdd={addLink} onClose={() => setLinking(null)} /> : null}
        {/* biome-ignore lint/a11y/useSemanticElements: a textarea cannot show what is bold */}
        <div
          ref={field}
          id={id}
          role="textbox"
          tabIndex={0}
          aria-multiline
          aria-label="Message"
          {...faulty(id, fault)}
          contentEditable
          suppressContentEditableWarning
          dir="auto"
          onInput={tell}
          onPaste={takeWords}
          onDrop={takeWords}
          className="formatted wrap-anywhere max-h-80 min-h-32 overflow-y-auto px-3 py-2"
        />
      </div>
      <FaultLine field={id} fault={fault} />
    </div>
  );
}

function Tool({ name, Icon, onPress }: { name: string; Icon: typeof Bold; onPress(): void }) {
  return (
    <Button
      type="button"
      variant="ghost"
      size="icon-sm"
      aria-label={name}
      title={name}
      // Else the words would not be selected any more when it is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Icon aria-hidden />
    </Button>
  );
}

/** What is selected in the field; its end where nothing is. */
function selectionIn(field: HTMLElement | null): Range | null {
  if (!field) return null;
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  if (range && field.contains(range.commonAncestorContainer)) return range.cloneRange();
  const end = document.createRange();
  end.selectNodeContents(field);
  end.collapse(false);
  return end;
}
