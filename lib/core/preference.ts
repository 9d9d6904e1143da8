import { type Channel, MEDIUM_OF, type Medium, type Source } from "./channel";
import type { Topic } from "./topic";

/** What one layer says; what it does not mention, it leaves to the next. */
export interface ChosenPreferences {
  channels: Partial<Record<Channel, boolean>>;
  /** By topic key. */
  topics: Record<string, Partial<Record<Medium, boolean>>>;
}

/** What is stored about one person's notifications. */
export interface PreferenceLayers {
  user?: ChosenPreferences;
  /** Strongest first: the first that says something wins. */
  profiles: { name: string; chosen: ChosenPreferences }[];
  account?: ChosenPreferences;
}

/** A yes or no and who said it. */
export interface Setting {
  enabled: boolean;
  source: Source;
}

export type TopicSetting = Setting & { required: boolean };

/** Whether `topic` is on for `medium`: required, then user, profile, account, catalogue (R54 to R56, A14). */
export function resolveTopic(
  topic: Pick<Topic, "key" | "media" | "defaultOn" | "required">,
  medium: Medium,
  layers: PreferenceLayers,
): TopicSetting {
  if (!topic.media.includes(medium)) return { enabled: false, source: "catalogue", required: false };
  if (topic.required.includes(medium)) return { enabled: true, source: "required", required: true };
  const chosen = firstToSay(layers, (said) => said.topics[topic.key]?.[medium]);
  const { enabled, source } = chosen ?? { enabled: topic.defaultOn.includes(medium), source: "catalogue" };
  return { enabled, source, required: false };
}

/** Whether `channel` is switched on; on until somebody says otherwise. What a required topic does with it: `passesSwitch`. */
export function resolveChannel(channel: Channel, layers: PreferenceLayers): Setting {
  return firstToSay(layers, (said) => said.channels[channel]) ?? { enabled: true, source: "catalogue" };
}

/** Required desktop means the bell and required email the mail, whatever their switch; other channels obey theirs. */
export function passesSwitch(topic: Pick<Topic, "required">, channel: Channel): boolean {
  return (channel === "bell" || channel === "email") && topic.required.includes(MEDIUM_OF[channel]);
}

function firstToSay(
  { user, profiles, account }: PreferenceLayers,
  ask: (said: ChosenPreferences) => boolean | undefined,
): Setting | undefined {
  const own = user && ask(user);
  if (own !== undefined) return { enabled: own, source: "user" };
  for (const { name, chosen } of profiles) {
    const enabled = ask(chosen);
    if (enabled !== undefined) return { enabled, source: `profile:${name}` };
  }
  const common = account && ask(account);
  if (common !== undefined) return { enabled: common, source: "account" };
}
