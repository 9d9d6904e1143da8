import { z } from "zod";
import { MEDIA, type Medium } from "@/lib/core/channel";
import type { PreferenceChange } from "@/lib/core/preference-change";
import { needUser } from "../context";
import { userVerb } from "../use-case";
import { type ChangedPreferences, changeMine } from "./change-mine";
import type { LoadedState } from "./load-state";

/**
 * Forgets what I chose about the topics of one tab, or of all, with the topics' sounds where that tab has them. The
 * channels' switches stay. Nothing is forgotten of topics that a gate hides now: they come back as they were (A15).
 */
export const resetMyPreferences = userVerb({
  input: z.strictObject({ medium: z.enum(MEDIA).optional() }),
  may: needUser,
  async run(ctx, { medium }): Promise<ChangedPreferences> {
    return changeMine(ctx, {
      about: (topics) => topics.values(),
      change: (state) => forgetting(state, medium === undefined ? MEDIA : [medium]),
    });
  },
});

function forgetting({ topics, choices, sounds }: LoadedState, media: readonly Medium[]): PreferenceChange {
  const named: NonNullable<PreferenceChange["topics"]> = {};
  for (const { topic, target } of choices) {
    const medium = media.find((one) => one === target);
    // A medium that the topic no longer offers cannot be named.
    if (topic && medium && topics.get(topic)?.media.includes(medium))
      named[topic] = { ...named[topic], [medium]: null };
  }
  if (media.includes("desktop")) {
    for (const topic of sounds.keys()) if (topics.has(topic)) named[topic] = { ...named[topic], sound: null };
  }
  return { topics: named };
}
