import { z } from "zod";
import { findUser } from "@/db/queries/users";
import type { PreferencesView } from "@/lib/core/preferences-view";
import { viewPreferences } from "@/lib/core/view-preferences";
import { knownSections, knownTopics } from "../catalogue/known-topics";
import { connectedOf } from "../connections/load-connected";
import { needUser } from "../context";
import { found, userVerb } from "../use-case";
import { loadState } from "./load-state";

/** All that my preferences pages show, with who said each value (R47, R93). */
export const readMyPreferences = userVerb({
  input: z.strictObject({}),
  may: needUser,
  async run(ctx): Promise<PreferencesView> {
    const { db, workspaceId, actor } = ctx;
    const [me, topics, sections] = await Promise.all([
      findUser(db.read, workspaceId, actor.id),
      knownTopics(db, workspaceId),
      knownSections(db, workspaceId),
    ]);
    const state = await loadState(db.read, workspaceId, found(me, "user"), topics.values());
    return viewPreferences(state, sections, await connectedOf(db.read, workspaceId, actor.id));
  },
});
