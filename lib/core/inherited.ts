import type { Medium } from "./channel";
import type { Cell } from "./defaults";
import { ACCOUNT, about, type DefaultsProfile, type StandingDefault } from "./layers";
import type { Topic } from "./topic";

/** What somebody has where they chose nothing. */
export type Inherited = Pick<StandingDefault, "enabled" | "overridesUntil">;

/** What somebody chose, and when; milliseconds. */
export interface DatedChoice {
  enabled: boolean;
  at: number;
}

/** What somebody inherits in `cell` from the profiles that are theirs, strongest first, and else as Belfry ships. */
export function inheritedIn(
  profiles: readonly Pick<DefaultsProfile, "defaults">[],
  cell: Cell,
  topic: Topic | undefined,
): Inherited {
  const key = about(cell);
  for (const { defaults } of profiles) {
    const said = indexOf(defaults).get(key);
    if (said) return said;
  }
  return { enabled: isShippedOn(cell, topic), overridesUntil: null };
}

/** Whether anybody can choose there at all: required topics are on, and what a topic does not offer is off (R54). */
export function isOpen({ topic: key, target }: Cell, topic: Topic | undefined): boolean {
  if (key === "") return true;
  return topic ? topic.media.includes(target as Medium) && !topic.required.includes(target as Medium) : false;
}

/** As Belfry ships: channels are on. */
function isShippedOn({ topic: key, target }: Cell, topic: Topic | undefined): boolean {
  return key === "" || (topic?.defaultOn.includes(target as Medium) ?? false);
}

/** What somebody has in a cell: their own choice, unless it was made before an override of what they inherit. */
export function inForce(choice: DatedChoice | undefined, inherited: Inherited): boolean {
  return choice && stillCounts(choice, inherited) ? choice.enabled : inherited.enabled;
}

/** Whether a choice was made after the last override of what it is against. */
export function stillCounts({ at }: Pick<DatedChoice, "at">, { overridesUntil }: Inherited): boolean {
  return overridesUntil === null || at > overridesUntil.getTime();
}

/** The profiles that are for somebody in `groups`; the account is for all. */
export function profilesFor<P extends Pick<DefaultsProfile, "id" | "groupIds">>(
  profiles: readonly P[],
  groups: readonly string[],
): P[] {
  return profiles.filter(({ id, groupIds }) => id === ACCOUNT || groupIds.some((group) => groups.includes(group)));
}

const indexes = new WeakMap<readonly object[], ReadonlyMap<string, Inherited>>();

/** By cell, made once for each list: a class asks it for every cell. */
function indexOf(defaults: DefaultsProfile["defaults"]): ReadonlyMap<string, Inherited> {
  const known = indexes.get(defaults);
  if (known) return known;
  const made = new Map(defaults.map((one) => [about(one), one]));
  indexes.set(defaults, made);
  return made;
}
