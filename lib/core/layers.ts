import type { Channel, Medium } from "./channel";
import type { ChosenPreferences, PreferenceLayers } from "./preference";

/** A yes or no for topic × medium, or for a channel where `topic` is empty. */
interface Said {
  topic: string;
  target: Medium | Channel;
  enabled: boolean;
}

/** What a person chose, and when. */
export type OwnChoice = Said & { updatedAt: Date };

/** What a profile says. "Apply to everyone" ignores what people chose until `overridesUntil`; null ignores nothing. */
export type StandingDefault = Said & { overridesUntil: Date | null };

/** Defaults for the people of some groups; the account's own are a profile too, and for everybody. */
export interface DefaultsProfile {
  id: string;
  name: string;
  /** The lowest is the strongest. */
  position: number;
  groupIds: readonly string[];
  defaults: readonly StandingDefault[];
}

/** The id of the profile that holds the account's own defaults, weaker than every other (R55). */
export const ACCOUNT = "account";

/** The layers of one person: `groups` are the ids of those they are in, of the profiles' groups at least. */
export type LayersOf = (groups: readonly string[], choices: readonly OwnChoice[]) => PreferenceLayers;

/**
 * Prepares a workspace's profiles, so that a person costs a few look-ups. A choice does not count where the default that
 * would hold in its place was applied to everyone at or after it: nothing is deleted, and it counts again when that is undone.
 */
export function layersOver(profiles: readonly DefaultsProfile[]): LayersOf {
  const account = profiles.filter(({ id }) => id === ACCOUNT).map(prepare)[0];
  const named = profiles
    .filter(({ id }) => id !== ACCOUNT)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map(prepare);
  const overrides = [...named, account].some((layer) => layer?.overrides);

  return (groups, choices) => {
    const mine = named.filter(({ groupIds }) => groupIds.some((id) => groups.includes(id)));
    const inForce = account ? [...mine, account] : mine;
    const counting = overrides ? choices.filter((choice) => !isOverridden(choice, inForce)) : choices;
    return {
      user: counting.length > 0 ? chosenBy(counting) : undefined,
      profiles: mine,
      account: account?.chosen,
    };
  };
}

interface Prepared {
  name: string;
  groupIds: readonly string[];
  chosen: ChosenPreferences;
  /** By what it is about. */
  standing: ReadonlyMap<string, StandingDefault>;
  overrides: boolean;
}

function prepare({ name, groupIds, defaults }: DefaultsProfile): Prepared {
  return {
    name,
    groupIds,
    chosen: chosenBy(defaults),
    standing: new Map(defaults.map((one) => [about(one), one])),
    overrides: defaults.some(({ overridesUntil }) => overridesUntil !== null),
  };
}

/** Asks the strongest layer that says something: a weaker one does not reach the person, so it overrides nothing. */
function isOverridden(choice: OwnChoice, strongestFirst: readonly Prepared[]): boolean {
  const heir = strongestFirst.find(({ standing }) => standing.has(about(choice)));
  const until = heir?.standing.get(about(choice))?.overridesUntil ?? null;
  return until !== null && choice.updatedAt <= until;
}

/** Names what is chosen about: a topic on a medium, or a channel. */
export function about({ topic, target }: Omit<Said, "enabled">): string {
  return `${target} ${topic}`;
}

function chosenBy(all: readonly Said[]): ChosenPreferences {
  const chosen: ChosenPreferences = { channels: {}, topics: {} };
  for (const { topic, target, enabled } of all) {
    if (topic === "") chosen.channels[target as Channel] = enabled;
    else chosen.topics[topic] = { ...chosen.topics[topic], [target as Medium]: enabled };
  }
  return chosen;
}
