/** Whether PostgreSQL ended the transaction so that others could go on: run again, it may well succeed. */
export function isVictim(error: unknown): boolean {
  return codesOf(error).some((code) => code === "40P01" || code === "40001");
}

/** The codes of an error and of what caused it, the outermost first. */
export function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let e = error as { code?: unknown; cause?: unknown } | undefined; e; e = e.cause as typeof e) {
    if (typeof e.code === "string") codes.push(e.code);
  }
  return codes;
}
