/** Chance that is the same each time it starts from the same words: the sample company can be made again. */
export interface Chance {
  /** True with probability `p`. */
  maybe(p: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** Two different ones. */
  pickTwo<T>(list: readonly T[]): [T, T];
}

export function chanceFrom(words: string): Chance {
  const next = mulberry32(hashOf(words));
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)] as T;
  return {
    maybe: (p) => next() < p,
    whole,
    pick,
    pickTwo(list) {
      const first = whole(0, list.length - 1);
      const second = (first + whole(1, list.length - 1)) % list.length;
      return [list[first] as never, list[second] as never];
    },
  };
}

/** FNV-1a. */
function hashOf(words: string): number {
  let hash = 0x811c9dc5;
  for (const char of words) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}

/** A small generator with a good spread: https://github.com/bryc/code/blob/master/jshash/PRNGs.md. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
