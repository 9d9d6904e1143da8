import type { Channel, Medium } from "./channel";

/** The profile that is for everybody: the account's own defaults (R55). */
export const ACCOUNT = "account";

/** Which default: of topic × medium, or of a channel's switch where `topic` is empty. */
export interface Cell {
  topic: string;
  target: Medium | Channel;
}

/** What a profile says about one cell. */
export interface Default extends Cell {
  enabled: boolean;
  /** "Apply to everyone": choices that people made until then do not count where this default decides. */
  overridesUntil: Date | null;
}

/** A named set of defaults for groups, or the account's. Lists of them are strongest first, the account last. */
export interface Profile {
  id: string;
  name: string;
  groupIds: readonly string[];
  defaults: readonly Default[];
}

/** A wanted change of one cell; null inherits from what is weaker: the account, then Belfry. */
export interface CellChange extends Cell {
  enabled: boolean | null;
}

export function cellKey({ topic, target }: Cell): string {
  return `${topic}/${target}`;
}

/**
 * The profile after `changes`. With `overridesUntil` they are applied to everyone; without, an older override stays, so
 * that choices which did not count do not come back by the way.
 */
export function changeDefaults<P extends Pick<Profile, "defaults">>(
  profile: P,
  changes: readonly CellChange[],
  overridesUntil: Date | null,
): P {
  const stored = new Map(profile.defaults.map((one) => [cellKey(one), one]));
  for (const { topic, target, enabled } of changes) {
    const key = cellKey({ topic, target });
    const current = stored.get(key);
    if (enabled === null) stored.delete(key);
    else stored.set(key, { topic, target, enabled, overridesUntil: overridesUntil ?? current?.overridesUntil ?? null });
  }
  return { ...profile, defaults: [...stored.values()] };
}
