import { stripVTControlCharacters } from "node:util";

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

/** Every failed test once more, with the start of its message: the end of a long log is what people read first. */
export function failures(results) {
  return results
    .flatMap(({ title, failures = [] }) =>
      failures.map(({ name, message }) => `✗ ${title}: ${name}\n${start(message)}`),
    )
    .join("\n\n");
}

function start(message = "") {
  const lines = stripVTControlCharacters(message).trim().split("\n").slice(0, 12);
  return lines.map((line) => `    ${line}`).join("\n");
}

/** `N passed, N failed`, and `, N skipped` only where something was. */
export function lastLine(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
