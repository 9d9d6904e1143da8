import { about, type DefaultsProfile, type StandingDefault } from "./layers";

/** Which default: of topic × medium, or of a channel's switch where `topic` is empty. */
export type Cell = Pick<StandingDefault, "topic" | "target">;

/** A wanted change of one cell; null inherits from what is weaker: the account, then Belfry. */
export interface CellChange extends Cell {
  enabled: boolean | null;
}

/**
 * The profile after `changes`. With `overridesUntil` they are applied to everyone; without, an older override stays, so
 * that choices which did not count do not come back by the way.
 */
export function changeDefaults<P extends Pick<DefaultsProfile, "defaults">>(
  profile: P,
  changes: readonly CellChange[],
  overridesUntil: Date | null,
): P {
  const stored = new Map(profile.defaults.map((one) => [about(one), one]));
  for (const { topic, target, enabled } of changes) {
    const key = about({ topic, target });
    const current = stored.get(key);
    if (enabled === null) stored.delete(key);
    else stored.set(key, { topic, target, enabled, overridesUntil: overridesUntil ?? current?.overridesUntil ?? null });
  }
  return { ...profile, defaults: [...stored.values()] };
}
