import { PreferenceChange } from "@/lib/core/preference-change";
import { needUser } from "../context";
import { userVerb } from "../use-case";
import { type ChangedPreferences, changeMine } from "./change-mine";

/** Changes what I say about topics, channels and sounds; what the change does not name stays (R50). */
export const changeMyPreferences = userVerb({
  input: PreferenceChange,
  may: needUser,
  async run(ctx, change): Promise<ChangedPreferences> {
    return changeMine(ctx, {
      about: (topics) => Object.keys(change.topics ?? {}).flatMap((key) => topics.get(key) ?? []),
      change: () => change,
    });
  },
});
