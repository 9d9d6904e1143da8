import type { ImportView } from "@/lib/core/transfer";

export function rowWords(rows: number): string {
  return rows === 1 ? "1 row" : `${rows.toLocaleString("en")} rows`;
}

/** Of one that was stopped: what it did, and what it left alone. */
export function stoppedWords(view: ImportView): string {
  const left = view.rows - view.faulty - view.done;
  const stays = view.done > 0 ? `What was brought in stays: ${importWords(view)}. ` : "";
  return `Stopped. ${stays}${rowWords(left)} ${left === 1 ? "was" : "were"} not reached.`;
}

/** What became of an import, in a sentence: "240 new, 7 changed, 2 as they were, 1 left out". */
export function importWords({ done, created, updated, refused, faulty }: ImportView): string {
  const same = done - created - updated - refused;
  const parts: [number, string][] = [
    [created, "new"],
    [updated, "changed"],
    [same, "as they were"],
    [refused + faulty, "left out"],
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count.toLocaleString("en")} ${what}`);
  return said.length > 0 ? said.join(", ") : "Nobody was brought in";
}
