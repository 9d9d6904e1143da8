import { z } from "zod";
import { findUser } from "@/db/queries/users";
import { knownTopics } from "../catalogue/known-topics";
import { needScope } from "../context";
import { found, verb } from "../use-case";
import { loadState } from "./load-state";
import { type WirePreferences, wirePreferences } from "./wire-preferences";

/** One person's preferences as an integration reads them: the topics that the person may have, with sources (R93). */
export const getPreferences = verb({
  input: z.strictObject({ user: z.string() }),
  may: needScope("notifications:read"),
  async run({ db, workspaceId }, { user }): Promise<WirePreferences> {
    const [person, topics] = await Promise.all([findUser(db.read, workspaceId, user), knownTopics(db, workspaceId)]);
    return wirePreferences(await loadState(db.read, workspaceId, found(person, "user"), topics.values()));
  },
});
