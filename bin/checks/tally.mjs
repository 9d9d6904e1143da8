/** One line per step, for the eye. */
export function table(results) {
  const width = Math.max(...results.map(({ title }) => title.length));
  return results
    .map((result) => {
      const mark = result.failed > 0 ? "✗" : "✓";
      return `${mark} ${result.title.padEnd(width)}  ${result.seconds.toFixed(1).padStart(6)} s  ${lastLine([result])}`;
    })
    .join("\n");
}

/** `N passed, N failed`, and `, N skipped` only where something was. */
export function lastLine(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
