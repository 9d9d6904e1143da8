import { z } from "zod";
import { MEDIA } from "@/lib/core/channel";
import { needUser } from "../context";
import { userVerb } from "../use-case";
import { type ChangedPreferences, changeMine } from "./change-mine";

/** Switches off every topic of one tab that I can switch off (R51); the channels' switches and sounds stay. */
export const clearMyPreferences = userVerb({
  input: z.strictObject({ medium: z.enum(MEDIA) }),
  may: needUser,
  async run(ctx, { medium }): Promise<ChangedPreferences> {
    return changeMine(ctx, {
      about: (topics) => topics.values(),
      change: ({ topics }) => {
        const open = [...topics.values()].filter(
          ({ media, required }) => media.includes(medium) && !required.includes(medium),
        );
        return { topics: Object.fromEntries(open.map(({ key }) => [key, { [medium]: { enabled: false } }])) };
      },
    });
  },
});
