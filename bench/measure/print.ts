import type { Line, Report } from "./report";

const HEAD = ["", "figure", "floor", "ratio", "target", ""];

/** Prints one benchmark as a table. Answers how many targets it missed. */
export function print({ title, method, lines, notes, memory }: Report): number {
  const rows = [HEAD, ...lines.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const text = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join("  "),
  );
  const peak = Object.entries(memory).map(([name, mib]) => `${name} ${Math.round(mib)} MiB`);
  process.stdout.write(
    [`\n${title}`, method, ...text, ...notes, `Peak memory: ${peak.join(", ")}.`].map((line) => `${line}\n`).join(""),
  );
  return lines.filter((line) => isMet(line) === false).length;
}

function cells(line: Line): string[] {
  const { what, figure, floor, unit, target } = line;
  const met = isMet(line);
  return [
    what,
    `${rounded(figure)} ${unit}`,
    floor === undefined ? "" : `${rounded(floor)} ${unit}`,
    floor === undefined ? "" : rounded(figure / floor),
    target ? wanted(target, unit) : "",
    met === undefined ? "" : met ? "pass" : "MISS",
  ];
}

function isMet({ figure, floor = 0, target }: Line): boolean | undefined {
  if (!target) return undefined;
  if ("least" in target) return figure / floor >= target.least;
  if ("reach" in target) return figure >= target.reach;
  return "above" in target ? figure - floor <= target.above : figure <= target.most;
}

function wanted(target: NonNullable<Line["target"]>, unit: string): string {
  if ("least" in target) return `≥ ${target.least} ×`;
  if ("reach" in target) return `≥ ${target.reach} ${unit}`;
  return "above" in target ? `≤ floor + ${target.above} ${unit}` : `≤ ${target.most} ${unit}`;
}

/** Three figures that say something: 11700, 0.642, 12.3. */
function rounded(value: number): string {
  if (value >= 100) return String(Math.round(value));
  return String(Number(value.toPrecision(3)));
}
