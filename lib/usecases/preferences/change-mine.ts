import { lockUser } from "@/db/queries/users";
import type { PreferenceChange } from "@/lib/core/preference-change";
import type { PreferencesView, TopicPreferences } from "@/lib/core/preferences-view";
import type { Topic } from "@/lib/core/topic";
import { viewChannels, viewSettings, viewTopic } from "@/lib/core/view-preferences";
import { knownTopics } from "../catalogue/known-topics";
import { connectedOf } from "../connections/load-connected";
import type { UserContext } from "../context";
import { found } from "../use-case";
import { type LoadedState, loadState } from "./load-state";
import { makeChange } from "./make-change";

/** How a person's preferences stand after a change, and how to take it back. */
export type ChangedPreferences = Pick<PreferencesView, "version" | "channels" | "sound" | "redDot"> & {
  /** Those that the change named. */
  topics: TopicPreferences[];
  /** The change after which all is as before. */
  undo: PreferenceChange;
};

/** What a change is about: given, or made of what is stored. `about` are the topics that it may name. */
interface Wanted {
  about(topics: ReadonlyMap<string, Topic>): Iterable<Topic>;
  change(state: LoadedState): PreferenceChange;
}

/** Changes the preferences of who is signed in: read, made and stored under one lock, so that two at once lose nothing. */
export async function changeMine(ctx: UserContext, { about, change }: Wanted): Promise<ChangedPreferences> {
  const { db, workspaceId, actor } = ctx;
  const catalogue = [...about(await knownTopics(db, workspaceId))];
  return db.transact(async (tx) => {
    const me = found(await lockUser(tx, workspaceId, actor.id), "user");
    const before = await loadState(tx, workspaceId, me, catalogue);
    const wanted = change(before);
    const { state, plan } = await makeChange(tx, ctx, { userId: me.id, state: before }, wanted);
    return {
      version: state.version,
      channels: viewChannels(state.layers, await connectedOf(tx, workspaceId, me.id)),
      topics: Object.keys(wanted.topics ?? {}).flatMap((key) => {
        const topic = state.topics.get(key);
        return topic ? [viewTopic(topic, state)] : [];
      }),
      ...viewSettings(state),
      undo: plan.undo,
    };
  });
}
