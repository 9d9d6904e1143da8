/** The first letters of a name's first and last word, for a picture that is not there. Never empty. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends.map((word) => [...word][0]!.toLocaleUpperCase("en")).join("") || "?";
}

/** One of eight hues (0 to 7, `data-hue` in globals.css), always the same for the same id. */
export function hueOf(id: string): number {
  let hash = 0;
  for (const letter of id) hash = (Math.imul(hash, 31) + letter.codePointAt(0)!) >>> 0;
  return (hash ^ (hash >>> 13)) % 8;
}
