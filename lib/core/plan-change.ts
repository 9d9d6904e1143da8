import { CHANNELS, type Channel, MEDIA, type Medium } from "./channel";
import { about, type OwnChoice } from "./layers";
import type { PreferenceLayers } from "./preference";
import type { PreferenceChange } from "./preference-change";
import type { Sound } from "./sound";
import type { PreferencesState } from "./view-preferences";

/** What to store for a change. A null forgets the row; nothing is listed that stands so already. */
export interface PlannedChange {
  topics: { topic: string; medium: Medium; enabled: boolean | null }[];
  channels: { channel: Channel; enabled: boolean | null }[];
  sounds: { topic: string; sound: Sound | null }[];
  settings: { sound?: Sound | null; redDot?: boolean | null };
  /** The change that takes this one back. */
  undo: PreferenceChange;
}

/** Something in a change that the person cannot have; `path` leads to it. */
export interface ChangeFault {
  path: string[];
  detail: string;
}

/** With what is stored, counting or not, and the layers as they would be with other choices: see `layersOver`. */
export interface StoredState extends PreferencesState {
  choices: readonly OwnChoice[];
  layersWith(choices: readonly OwnChoice[]): PreferenceLayers;
}

/** Why a change cannot be made; empty when it can. What a gate hides is refused as what does not exist (R57, R58). */
export function changeFaults(change: PreferenceChange, { topics }: Pick<PreferencesState, "topics">): ChangeFault[] {
  return Object.entries(change.topics ?? {}).flatMap(([key, wanted]): ChangeFault[] => {
    const topic = topics.get(key);
    if (!topic) return [{ path: ["topics", key], detail: "There is no such topic for this person." }];
    const faults = MEDIA.filter((medium) => wanted[medium] !== undefined).flatMap((medium): ChangeFault[] => {
      const path = ["topics", key, medium];
      if (!topic.media.includes(medium)) return [{ path, detail: `This topic is not offered for ${medium}.` }];
      if (wanted[medium]?.enabled !== false || !topic.required.includes(medium)) return [];
      return [{ path: [...path, "enabled"], detail: "This is required by the company: it cannot be switched off." }];
    });
    if (wanted.sound && !topic.media.includes("desktop")) {
      faults.push({ path: ["topics", key, "sound"], detail: "This topic has no pop-ups, so it makes no sound." });
    }
    return faults;
  });
}

/** Plans a change without faults. Its undo leads back to what held before: a choice that did not count is not revived. */
export function planChange(change: PreferenceChange, state: StoredState): PlannedChange {
  const plan: PlannedChange = { topics: [], channels: [], sounds: [], settings: {}, undo: {} };
  planTopics(change, state, plan);
  planChannels(change, state, plan);
  if (change.sound !== undefined) {
    plan.undo.sound = state.sound;
    if (change.sound !== state.sound) plan.settings.sound = change.sound;
  }
  if (change.red_dot !== undefined) {
    plan.undo.red_dot = state.redDot;
    if (change.red_dot !== state.redDot) plan.settings.redDot = change.red_dot;
  }
  return plan;
}

/** What is stored once a plan is. */
export function afterChange(state: StoredState, plan: PlannedChange, now: Date): StoredState {
  const choices = new Map(state.choices.map((choice) => [about(choice), choice]));
  const changes = [
    ...plan.topics.map(({ topic, medium, enabled }) => ({ topic, target: medium, enabled })),
    ...plan.channels.map(({ channel, enabled }) => ({ topic: "", target: channel, enabled })),
  ];
  for (const { topic, target, enabled } of changes) {
    if (enabled === null) choices.delete(about({ topic, target }));
    else choices.set(about({ topic, target }), { topic, target, enabled, updatedAt: now });
  }
  const sounds = new Map(state.sounds);
  for (const { topic, sound } of plan.sounds) {
    if (sound === null) sounds.delete(topic);
    else sounds.set(topic, sound);
  }
  const next = [...choices.values()];
  return { ...state, ...plan.settings, choices: next, layers: state.layersWith(next), sounds };
}

/** Whether a plan stores anything. */
export function changesAnything({ topics, channels, sounds, settings }: PlannedChange): boolean {
  return topics.length + channels.length + sounds.length + Object.keys(settings).length > 0;
}

function planTopics(change: PreferenceChange, state: StoredState, plan: PlannedChange): void {
  const { layers, sounds } = state;
  for (const [key, wanted] of Object.entries(change.topics ?? {})) {
    const required = state.topics.get(key)?.required ?? [];
    const undo: NonNullable<PreferenceChange["topics"]>[string] = {};
    for (const medium of MEDIA) {
      const chosen = wanted[medium];
      // Switched on what is on for everybody: no choice.
      if (chosen === undefined || (chosen && required.includes(medium))) continue;
      const before = layers.user?.topics[key]?.[medium];
      undo[medium] = before === undefined || required.includes(medium) ? null : { enabled: before };
      if (isNew(chosen, before, isStored(state, key, medium))) {
        plan.topics.push({ topic: key, medium, enabled: chosen?.enabled ?? null });
      }
    }
    if (wanted.sound !== undefined) {
      undo.sound = sounds.get(key) ?? null;
      if (wanted.sound !== undo.sound) plan.sounds.push({ topic: key, sound: wanted.sound });
    }
    plan.undo.topics = { ...plan.undo.topics, [key]: undo };
  }
}

function planChannels(change: PreferenceChange, state: StoredState, plan: PlannedChange): void {
  for (const channel of CHANNELS) {
    const chosen = change.channels?.[channel];
    if (chosen === undefined) continue;
    const before = state.layers.user?.channels[channel];
    plan.undo.channels = { ...plan.undo.channels, [channel]: before === undefined ? null : { enabled: before } };
    if (isNew(chosen, before, isStored(state, "", channel))) {
      plan.channels.push({ channel, enabled: chosen?.enabled ?? null });
    }
  }
}

/** `before` is undefined for a choice that is stored and does not count: to make it again is a new one. */
function isNew(chosen: { enabled: boolean } | null, before: boolean | undefined, stored: boolean): boolean {
  return chosen ? chosen.enabled !== before : stored;
}

function isStored({ choices }: StoredState, topic: string, target: Medium | Channel): boolean {
  return choices.some((choice) => choice.topic === topic && choice.target === target);
}
