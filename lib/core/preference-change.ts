import { z } from "zod";
import { CHANNELS } from "./channel";
import { SOUNDS } from "./sound";

const Switch = z.strictObject({ enabled: z.boolean() }).nullable().optional();
const SoundChoice = z
  .enum([...SOUNDS, "none"])
  .nullable()
  .optional();

/**
 * What one person changes about their notifications. What is not named stays; null forgets their choice, so that the
 * inherited value holds again. As a change, it is also what takes another change back.
 */
export const PreferenceChange = z.strictObject({
  channels: z.partialRecord(z.enum(CHANNELS), Switch).optional(),
  /** By topic key. `sound` is of the topic's pop-ups (R22). */
  topics: z
    .record(
      z.string().min(1).max(120),
      z.strictObject({ email: Switch, desktop: Switch, apps: Switch, mobile: Switch, sound: SoundChoice }),
    )
    .optional(),
  /** Of pop-ups whose topic has none of its own (R21). */
  sound: SoundChoice,
  /** The dot on the browser tab's icon (R9). */
  red_dot: z.boolean().nullable().optional(),
});
export type PreferenceChange = z.output<typeof PreferenceChange>;
