import type { Comparison } from "@/lib/core/compare-defaults";
import type { Topic } from "@/lib/core/topic";

/** A comparison with the topics' names, as pages show it. */
export function comparisonView({ changed, keeping, cells }: Comparison, topics: ReadonlyMap<string, Topic>) {
  return {
    changed,
    keeping,
    cells: cells.map((cell) => ({ ...cell, name: topics.get(cell.topic)?.name ?? null })),
  };
}
export type ComparisonView = ReturnType<typeof comparisonView>;
