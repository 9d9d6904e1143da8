/** A line of a body: a fact such as `Value: 1,200 EUR`, or words. */
export type BodyLine = { label: string; value: string } | { words: string };

/**
 * A body as lines. The catalogue's bodies are facts in one line, `Value: 1,200 EUR · Stage: Won`, which the bell has room
 * for; in a mail each fact gets its own.
 */
export function bodyLines(body: string): BodyLine[] {
  return body
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .flatMap((line) => {
      const parts = line.split(" · ").map(read);
      return parts.some((part) => "label" in part) ? parts : [{ words: line }];
    });
}

function read(part: string): BodyLine {
  const fact = /^(\p{Lu}[\p{L} -]{0,30}): (.+)$/u.exec(part);
  return fact ? { label: fact[1]!, value: fact[2]! } : { words: part };
}
