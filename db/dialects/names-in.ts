/** The columns that a row, or a change of one, says something about: drizzle too takes what is undefined for unsaid. */
export function namesIn(row: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(row).filter((name) => row[name] !== undefined);
}

/** Whether `namesIn` would answer these, in this order. */
export function areNamesIn(row: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  let at = 0;
  for (const name in row) {
    if (row[name] !== undefined && names[at++] !== name) return false;
  }
  return at === names.length;
}
