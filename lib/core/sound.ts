/** What a pop-up can sound like (R20); the browser makes them, no file is loaded. */
export const SOUNDS = ["chime", "marimba", "pebble", "glass", "knock", "bloom"] as const;

/** One of the six, or silence. */
export type Sound = (typeof SOUNDS)[number] | "none";

/** Until somebody chooses. */
export const DEFAULT_SOUND: Sound = "chime";
