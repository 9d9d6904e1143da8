import { z } from "zod";
import { findDefaultsSeenAt, listChangesSince, listMembersOf } from "@/db/queries/defaults";
import { findChoices } from "@/db/queries/preferences";
import { findUser } from "@/db/queries/users";
import type { DefaultNotice } from "@/lib/core/default-notice";
import type { Cell } from "@/lib/core/defaults";
import { inForce, inheritedIn, isOpen, profilesFor } from "@/lib/core/inherited";
import { about, type DefaultsProfile } from "@/lib/core/layers";
import { mayHave } from "@/lib/core/topic-gate";
import { knownTopics } from "../catalogue/known-topics";
import { needUser } from "../context";
import { found, userVerb } from "../use-case";
import { type CellRecord, withCells } from "./change-record";
import { loadProfiles } from "./load-profiles";

/**
 * What the company's changes of its defaults changed for me since I last looked; null when nothing. What a change gave and
 * an undo took again is no news, nor is what my own choice decides.
 */
export const listDefaultNotices = userVerb({
  input: z.strictObject({}),
  may: needUser,
  async run(ctx): Promise<DefaultNotice | null> {
    const { db, workspaceId, actor } = ctx;
    const since = found(await findDefaultsSeenAt(db.read, workspaceId, actor.id), "person");
    const changes = await listChangesSince(db.read, workspaceId, since);
    if (changes.length === 0) return null;

    const now = await loadProfiles(db.read, workspaceId);
    const groupIds = [...new Set(now.flatMap((profile) => profile.groupIds))];
    const [topics, me, memberships, choices] = await Promise.all([
      knownTopics(db, workspaceId),
      findUser(db.read, workspaceId, actor.id),
      listMembersOf(db.read, workspaceId, groupIds, actor.id),
      findChoices(db.read, workspaceId, topicsOf(changes), [actor.id]),
    ]);
    const person = found(me, "person");
    const mine = memberships.map((one) => one.groupId);
    const [was, is] = [profilesFor(rollBack(now, changes, since), mine), profilesFor(now, mine)];
    const own = new Map(choices.map((one) => [about(one), { enabled: one.enabled, at: one.updatedAt.getTime() }]));
    const cells = [...latestOf(changes)].flatMap(([key, { cell, at }]) => {
      const topic = topics.get(cell.topic);
      if (!isOpen(cell, topic) || (topic && !mayHave(topic, person))) return [];
      const before = inForce(own.get(key), inheritedIn(was, cell, topic));
      const enabled = inForce(own.get(key), inheritedIn(is, cell, topic));
      return before === enabled ? [] : [{ ...cell, name: topic?.name ?? null, enabled, at }];
    });
    if (cells.length === 0) return null;
    const at = new Date(Math.max(...cells.map((one) => one.at.getTime()))).toISOString();
    return { at, cells: cells.map(({ at: _, ...cell }) => cell) };
  },
});

type Change = Awaited<ReturnType<typeof listChangesSince>>[number];

function topicsOf(changes: readonly Change[]): string[] {
  return [...new Set(changes.flatMap((one) => (one.after as CellRecord[]).flatMap(({ topic }) => topic || [])))];
}

/** The profiles as they were at `since`: what was done later, by change or undo, is taken back from the end. */
function rollBack(profiles: readonly DefaultsProfile[], changes: readonly Change[], since: Date): DefaultsProfile[] {
  const steps = changes.flatMap(({ profileId, before, after, madeAt, undoneAt }) => [
    ...(madeAt > since ? [{ at: madeAt, profileId, back: before as CellRecord[] }] : []),
    ...(undoneAt && undoneAt > since ? [{ at: undoneAt, profileId, back: after as CellRecord[] }] : []),
  ]);
  // Changes come oldest first, each before its undo: reversed, equal times stay in that order from the end.
  const latestFirst = steps.reverse().sort((a, b) => b.at.getTime() - a.at.getTime());
  return profiles.map((profile) => {
    let defaults = profile.defaults;
    for (const { profileId, back } of latestFirst) if (profileId === profile.id) defaults = withCells(defaults, back);
    return { ...profile, defaults };
  });
}

/** Every cell that was touched, and when last. */
function latestOf(changes: readonly Change[]): Map<string, { cell: Cell; at: Date }> {
  const latest = new Map<string, { cell: Cell; at: Date }>();
  for (const { after, madeAt, undoneAt } of changes) {
    const at = undoneAt ?? madeAt;
    for (const { topic, target } of after as CellRecord[]) {
      const key = about({ topic, target });
      const known = latest.get(key);
      if (!known || known.at < at) latest.set(key, { cell: { topic, target }, at });
    }
  }
  return latest;
}
