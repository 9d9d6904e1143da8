import type { Sound } from "@/lib/core/sound";

/** One voice of a sound: a wave that swells and fades. Times are in seconds, pitches in hertz. */
export interface Tone {
  /** From the sound's beginning. */
  at: number;
  pitch: number;
  /** Where the pitch has slid to by the end. */
  slideTo?: number;
  wave: "sine" | "triangle";
  /** At its loudest; 1 is full scale. */
  level: number;
  /** Until it is at its loudest: never so short that it clicks. */
  attack: number;
  /** From there to silence. */
  decay: number;
}

/** How the six are made (R20): each of another material, so that they are told apart without looking. */
export const RECIPES: Record<Exclude<Sound, "none">, readonly Tone[]> = {
  chime: [...bell(0, 783.99, 0.22), ...bell(0.14, 1046.5, 0.24)],
  marimba: [...bar(0, 261.63), ...bar(0.09, 329.63), ...bar(0.18, 392), ...bar(0.27, 523.25)],
  pebble: [drop(0, 980, 420), drop(0.11, 1240, 560)],
  glass: [...pane(0, 2349.32, 0.2), ...pane(0.05, 3135.96, 0.09)],
  knock: [...rap(0, 0.42), ...rap(0.16, 0.34)],
  bloom: [pad(0, 220), pad(0.06, 277.18), pad(0.12, 329.63), pad(0.18, 440)],
};

/** Seconds until the last tone is silent. */
export function durationOf(tones: readonly Tone[]): number {
  return Math.max(...tones.map(({ at, attack, decay }) => at + attack + decay));
}

/** Metal tuned to its overtones. */
function bell(at: number, pitch: number, level: number): Tone[] {
  return [
    { at, pitch, wave: "sine", level, attack: 0.006, decay: 0.78 },
    { at, pitch: pitch * 2, wave: "sine", level: level * 0.35, attack: 0.004, decay: 0.45 },
    { at, pitch: pitch * 3, wave: "sine", level: level * 0.14, attack: 0.004, decay: 0.24 },
  ];
}

/** Wood: its first overtone lies two octaves up and is gone at once. */
function bar(at: number, pitch: number): Tone[] {
  return [
    { at, pitch, wave: "sine", level: 0.36, attack: 0.004, decay: 0.3 },
    { at, pitch: pitch * 3.93, wave: "sine", level: 0.09, attack: 0.003, decay: 0.07 },
  ];
}

/** A small stone into water. */
function drop(at: number, pitch: number, slideTo: number): Tone {
  return { at, pitch, slideTo, wave: "sine", level: 0.38, attack: 0.008, decay: 0.11 };
}

/** A rim that rings out of tune with itself. */
function pane(at: number, pitch: number, level: number): Tone[] {
  return [
    { at, pitch, wave: "sine", level, attack: 0.005, decay: 0.62 },
    { at, pitch: pitch * 1.504, wave: "sine", level: level * 0.3, attack: 0.005, decay: 0.34 },
    { at, pitch: pitch * 2.76, wave: "sine", level: level * 0.1, attack: 0.004, decay: 0.16 },
  ];
}

/** Knuckles on a door. */
function rap(at: number, level: number): Tone[] {
  return [
    { at, pitch: 210, slideTo: 105, wave: "sine", level, attack: 0.003, decay: 0.13 },
    { at, pitch: 540, slideTo: 300, wave: "triangle", level: level * 0.3, attack: 0.003, decay: 0.04 },
  ];
}

/** A chord that opens slowly. */
function pad(at: number, pitch: number): Tone {
  return { at, pitch, wave: "triangle", level: 0.15, attack: 0.26, decay: 0.7 };
}
