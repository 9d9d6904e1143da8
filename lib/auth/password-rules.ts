import { COMMON_PASSWORDS } from "./common-passwords";

const SHORTEST = 12;
const LONGEST = 128;
/** Letters that must be left of a password that holds the owner's name, once it is taken out. */
const OWN_CHARACTERS = 4;

/**
 * Why `password` is refused, in words for who types it; undefined when it will do (S16). Any characters, in any
 * composition. `about` is what a stranger knows of the owner: email address, name, id.
 */
export function passwordFault(password: string, about: readonly string[] = []): string | undefined {
  const length = [...password].length;
  if (length < SHORTEST) return `Use at least ${SHORTEST} characters.`;
  if (length > LONGEST) return `Use at most ${LONGEST} characters.`;
  const plain = password.toLowerCase();
  if (COMMON_PASSWORDS.has(plain) || isRepeated(plain) || isRun(plain)) {
    return "This password is among the first that others would try. Choose another.";
  }
  if (isMadeOf(plain, ["belfry", ...about])) {
    return "This password is made of your name, your address or ours. Choose another.";
  }
  return undefined;
}

/** `aaaaaaaaaaaa`, `abcabcabcabc`. */
function isRepeated(plain: string): boolean {
  return /^(.{1,4})\1+.{0,3}$/su.test(plain);
}

/** `123456789012`, `abcdefghijkl`, and both backwards. */
function isRun(plain: string): boolean {
  const codes = [...plain].map((char) => char.codePointAt(0)!);
  const steps = codes.slice(1).map((code, index) => code - codes[index]!);
  // A run of digits goes on from 9 to 0.
  return [1, -1].some((step) => steps.every((each) => each === step || each === -9 * step));
}

function isMadeOf(plain: string, known: readonly string[]): boolean {
  const words = known.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 3);
  const longestFirst = words.sort((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ""), plain);
  return rest !== plain && rest.replace(/[^\p{L}]/gu, "").length < OWN_CHARACTERS;
}
