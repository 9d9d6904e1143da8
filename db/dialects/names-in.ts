/** The columns that a row, or a change of one, says something about: drizzle too takes what is undefined for unsaid. */
export function namesIn(row: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(row).filter((name) => row[name] !== undefined);
}
