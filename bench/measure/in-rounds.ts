/**
 * Measures each in turn, round by round, so that what else the machine does falls on all alike. Answers every result
 * by name; the first round is left out when `warmUp` is set.
 */
export async function inRounds<T, Name extends string>(
  rounds: number,
  measures: Readonly<Record<Name, () => Promise<T> | T>>,
  { warmUp = true } = {},
): Promise<Record<Name, T[]>> {
  const names = Object.keys(measures) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<Name, T[]>;
  for (let round = warmUp ? -1 : 0; round < rounds; round++) {
    for (const name of names) {
      const result = await measures[name]();
      if (round >= 0) results[name].push(result);
    }
  }
  return results;
}
