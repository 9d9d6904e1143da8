import { newChange, type Runner } from "@/components/bell/run-change";
import { offerUndo, sayFailed } from "@/components/bell/undo-message";
import { tellPreferences } from "@/components/preferences/hear-preferences";
import { noAnswer } from "@/components/ui/answer";
import type { FeedItem } from "@/lib/core/feed-item";
import type { PreferenceChange } from "@/lib/core/preference-change";

/** Changes what the person chose about an item's topic (R12, R24). */
export function topicActs({ server, run }: Runner) {
  function hideTopic({ topic, topicName, required }: FeedItem): boolean {
    if (required) sayFailed("This one stays on", `Your company requires “${topicName}” on desktop.`);
    else {
      const change = { topics: { [topic]: { desktop: { enabled: false } } } };
      const done = preferOrSay(change, "Still on");
      offerUndo(`“${topicName}” is off on desktop`, done, async () => {
        const answer = await done;
        if (answer.ok) preferOrSay(answer.value.undo, "Still off");
      });
    }
    return !required;
  }

  function mute({ topic, topicName, sound }: FeedItem) {
    const silent = { topics: { [topic]: { sound: "none" as const } } };
    const change = newChange({ kind: "sound", topic, sound: "none" });
    const done = run(change, () => prefer(silent), "Not muted");
    offerUndo(`“${topicName}” is silent`, done, async () => {
      const answer = await done;
      if (!answer.ok) return;
      const back = newChange({ kind: "sound", topic, sound });
      run(back, () => prefer(answer.value.undo), "Still silent");
    });
  }

  /** No list shows it, so that there is nothing to roll back. */
  async function preferOrSay(wish: PreferenceChange, failure: string) {
    const answer = await prefer(wish).catch(noAnswer);
    if (!answer.ok) sayFailed(failure, answer.detail);
    return answer;
  }

  /** A preferences page that is open, here or in another tab, shows it too. */
  async function prefer(wish: PreferenceChange) {
    const answer = await server().changePreferences(wish);
    if (answer.ok) tellPreferences();
    return answer;
  }

  return { hideTopic, mute };
}
