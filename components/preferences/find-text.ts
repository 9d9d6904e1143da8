import { foldCharacter } from "@/lib/core/fold-text";

/** Where a match begins in the text as written, and the place after its end. */
export type Match = readonly [start: number, end: number];

/** The words of a search, folded; none of an empty one. */
export function wordsOf(search: string): string[] {
  return fold(search).text.split(/\s+/).filter(Boolean);
}

/**
 * Where `words` stand in `text`, whatever their case and accents, in order and without overlap; null when a word is
 * neither in it nor in `also`, such as the name of its section.
 */
export function findWords(text: string, words: readonly string[], also = ""): Match[] | null {
  const folded = fold(text);
  const around = fold(also).text;
  const found: Match[] = [];
  for (const word of words) {
    const matches = occurrences(folded, word);
    if (matches.length === 0 && !around.includes(word)) return null;
    found.push(...matches);
  }
  return joined(found);
}

interface Folded {
  text: string;
  /** For each character of `text`, where it began as written. */
  from: number[];
}

const known = new Map<string, Folded>();

/** Without case and accents. Kept: the same hundred names are searched at every key. */
function fold(written: string): Folded {
  let folded = known.get(written);
  if (folded) return folded;
  folded = { text: "", from: [] };
  let at = 0;
  for (const character of written) {
    const letters = foldCharacter(character);
    folded.text += letters;
    for (let i = 0; i < letters.length; i++) folded.from.push(at);
    at += character.length;
  }
  folded.from.push(at);
  if (known.size > 1000) known.clear();
  known.set(written, folded);
  return folded;
}

function occurrences({ text, from }: Folded, word: string): Match[] {
  const matches: Match[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    matches.push([from[at]!, endOf(from, at + word.length)]);
  }
  return matches;
}

/** A mark after a letter (a combining accent) belongs to it, and so does a letter folded into several. */
function endOf(from: readonly number[], after: number): number {
  const last = from[after - 1]!;
  let next = after;
  while (next < from.length - 1 && from[next] === last) next++;
  return from[next]!;
}

function joined(matches: Match[]): Match[] {
  const result: Match[] = [];
  for (const [start, end] of matches.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], end)];
    else result.push([start, end]);
  }
  return result;
}
