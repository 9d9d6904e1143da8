/** A text of at most `most` characters, and a sign where something is missing; no character is cut in two. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half of a surrogate pair is no text: PostgreSQL would refuse it.
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
