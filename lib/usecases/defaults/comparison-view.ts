import type { Comparison } from "@/lib/core/compare-defaults";
import type { ComparisonView } from "@/lib/core/defaults-view";
import type { Topic } from "@/lib/core/topic";

/** A comparison with the topics' names, as pages show it. */
export function comparisonView(
  { changed, keeping, cells }: Comparison,
  topics: ReadonlyMap<string, Topic>,
): ComparisonView {
  return {
    changed,
    keeping,
    cells: cells.map((cell) => ({ ...cell, name: topics.get(cell.topic)?.name ?? null })),
  };
}
