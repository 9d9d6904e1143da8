/** The first of each list, then the second of each, and so on: nobody's long list makes the others wait (F17). */
export function interleave<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const all: T[] = [];
  for (let at = 0; at < longest; at++) {
    for (const list of lists) if (at < list.length) all.push(list[at]!);
  }
  return all;
}
