/** What a pop-up can sound like (R20); the browser makes them, no file is loaded. */
export const SOUNDS = ["chime", "marimba", "pebble", "glass", "knock", "bloom"] as const;

/** One of the six, or silence. */
export type Sound = (typeof SOUNDS)[number] | "none";

/** Until somebody chooses. */
export const DEFAULT_SOUND: Sound = "chime";

/** What one person chose; what is absent was left as it is. */
export interface ChosenSounds {
  /** For every topic without one of its own (R21). */
  all: Sound | null;
  /** By topic key (R22). */
  byTopic: ReadonlyMap<string, Sound>;
}

/** What a pop-up of `topic` sounds like: its own sound, else the person's, else Belfry's. */
export function soundOf(topic: string, { all, byTopic }: ChosenSounds): Sound {
  return byTopic.get(topic) ?? all ?? DEFAULT_SOUND;
}
