import { type Cell, type CellChange, cellKey, type Default } from "@/lib/core/defaults";

/** A cell of a profile as `default_changes` and the audit keep it; `enabled` is null where it said nothing. */
export interface CellRecord extends CellChange {
  /** RFC 3339. */
  overrides_until: string | null;
}

/** How `cells` are in `defaults`. */
export function cellsAs(defaults: readonly Default[], cells: readonly Cell[]): CellRecord[] {
  const stored = new Map(defaults.map((one) => [cellKey(one), one]));
  return cells.map(({ topic, target }) => {
    const one = stored.get(cellKey({ topic, target }));
    const overrides_until = one?.overridesUntil?.toISOString() ?? null;
    return { topic, target, enabled: one?.enabled ?? null, overrides_until };
  });
}

/** `defaults` with the recorded cells put in place of their own. */
export function withCells<D extends Default>(defaults: readonly D[], cells: readonly CellRecord[]): (D | Default)[] {
  const recorded = new Set(cells.map(cellKey));
  return [
    ...defaults.filter((one) => !recorded.has(cellKey(one))),
    ...cells.flatMap(({ topic, target, enabled, overrides_until }) =>
      enabled === null
        ? []
        : [{ topic, target, enabled, overridesUntil: overrides_until === null ? null : new Date(overrides_until) }],
    ),
  ];
}
