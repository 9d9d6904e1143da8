import type { Answer } from "@/components/ui/answer";
import type { Medium } from "@/lib/core/channel";
import type { PreferenceChange } from "@/lib/core/preference-change";
import type { PreferencesView, TopicPreferences } from "@/lib/core/preferences-view";

/** How preferences stand after a change; `topics` are those that it named, `undo` is the change that takes it back. */
export interface Changed extends Pick<PreferencesView, "version" | "channels" | "sound" | "redDot"> {
  topics: TopicPreferences[];
  undo: PreferenceChange;
}

/** What a person can do to their own preferences. The page passes server actions. */
export interface PreferencesActions {
  read(): Promise<Answer<PreferencesView>>;
  change(change: PreferenceChange): Promise<Answer<Changed>>;
  /** Switches off what this tab offers, but what is required (R51). */
  clear(medium: Medium): Promise<Answer<Changed>>;
  /** Forgets the person's own choices on this tab. */
  reset(medium: Medium): Promise<Answer<Changed>>;
}
