"use client";

import { useId, useState } from "react";
import { Formatted } from "@/components/broadcasts/formatted";
import { cn } from "@/components/ui/cn";

interface MessageProps {
  /** As it was cleaned, and the same as plain text. */
  html: string;
  text: string;
  /** Names what is unfolded. */
  titleId: string;
  onRead(): void;
}

/** So many characters are two lines in the bell, more or less. */
const BRIEF = 110;

/** A broadcast where people read it: two lines, and unfolded the whole of it with its links (R90). */
export function Message({ html, text, titleId, onRead }: MessageProps) {
  const id = useId();
  const [whole, setWhole] = useState(false);
  const isLong = text.length > BRIEF || text.includes("\n") || html.includes("<a ");

  function toggle() {
    if (!whole) onRead();
    setWhole(!whole);
  }

  if (!isLong) return <Formatted html={html} className="text-muted-foreground text-sm" />;
  return (
    <>
      <div id={id} className={cn("text-sm", whole ? "relative" : "wrap-anywhere line-clamp-2 text-muted-foreground")}>
        {whole ? <Formatted html={html} /> : <bdi>{text}</bdi>}
      </div>
      <button
        type="button"
        aria-expanded={whole}
        aria-controls={id}
        aria-describedby={titleId}
        className="relative min-h-6 font-medium text-primary text-sm underline-offset-4 hover:underline pointer-coarse:min-h-11"
        onClick={toggle}
      >
        {whole ? "Show less" : "Show all"}
      </button>
    </>
  );
}
