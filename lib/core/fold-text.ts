/** What two spellings of a word have in common: no case, no accents. */
export function foldText(text: string): string {
  return text.toLowerCase().replace(/[^\0-\x7f]/gu, foldCharacter);
}

/** One character in the same way; it may become none, as an accent that stands alone does, or two. */
export function foldCharacter(character: string): string {
  const plain = character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return [...plain].map((letter) => ALIKE[letter] ?? letter).join("");
}

/** Letters that Unicode does not take apart, and the sigma that ends a word. */
const ALIKE: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ς: "σ",
};
