import type { Cell, CellChange } from "@/lib/core/defaults";
import { about, type StandingDefault } from "@/lib/core/layers";

/** A cell of a profile as `default_changes` and the audit keep it; `enabled` is null where it said nothing. */
export interface CellRecord extends CellChange {
  /** RFC 3339. */
  overrides_until: string | null;
}

/** How `cells` are in `defaults`. */
export function cellsAs(defaults: readonly StandingDefault[], cells: readonly Cell[]): CellRecord[] {
  const stored = new Map(defaults.map((one) => [about(one), one]));
  return cells.map(({ topic, target }) => {
    const one = stored.get(about({ topic, target }));
    const overrides_until = one?.overridesUntil?.toISOString() ?? null;
    return { topic, target, enabled: one?.enabled ?? null, overrides_until };
  });
}

/** `defaults` with the recorded cells put in place of their own. */
export function withCells(defaults: readonly StandingDefault[], cells: readonly CellRecord[]): StandingDefault[] {
  const recorded = new Set(cells.map(about));
  return [
    ...defaults.filter((one) => !recorded.has(about(one))),
    ...cells.flatMap(({ topic, target, enabled, overrides_until }) =>
      enabled === null
        ? []
        : [{ topic, target, enabled, overridesUntil: overrides_until === null ? null : new Date(overrides_until) }],
    ),
  ];
}
