import type { ReactNode } from "react";
import { findWords } from "@/components/preferences/find-text";

/** `text` with what was searched marked in it. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  if (words.length === 0) return text;
  const parts: ReactNode[] = [];
  let past = 0;
  for (const [start, end] of words.flatMap((word) => findWords(text, [word]) ?? []).sort((a, b) => a[0] - b[0])) {
    if (start < past) continue;
    parts.push(text.slice(past, start), <mark key={start}>{text.slice(start, end)}</mark>);
    past = end;
  }
  return [...parts, text.slice(past)];
}
