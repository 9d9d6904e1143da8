/** Rows by what `keyOf` says of each, in the order in which they came. */
export function gather<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const gathered = new Map<K, T[]>();
  for (const row of rows) {
    const list = gathered.get(keyOf(row));
    if (list) list.push(row);
    else gathered.set(keyOf(row), [row]);
  }
  return gathered;
}
