/** Rows by what `keyOf` says of each, in the order in which they came. */
export function gather<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const gathered = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const list = gathered.get(key);
    if (list) list.push(row);
    else gathered.set(key, [row]);
  }
  return gathered;
}
