import type { Tx } from "@/db/database";
import { gatherChoices, listConcerned, listMembersOf } from "@/db/queries/defaults";
import { listTopics } from "@/db/queries/topics";
import { type Comparison, compareDefaults } from "@/lib/core/compare-defaults";
import type { Cell } from "@/lib/core/defaults";
import { about, type DefaultsProfile } from "@/lib/core/layers";
import type { WorkspaceId } from "@/lib/core/workspace";

/**
 * Who gets something else once the profiles are `after`: exact, and counted in one pass over the people (U25). Reads
 * each table once, whatever the number of people. `cells`: those that may differ; all that some profile names by default.
 */
export async function compareProfiles(
  tx: Tx,
  workspaceId: WorkspaceId,
  { before, after }: { before: readonly DefaultsProfile[]; after: readonly DefaultsProfile[] },
  cells: readonly Cell[] = cellsOf([...before, ...after]),
): Promise<Comparison> {
  const groupIds = [...new Set([...before, ...after].flatMap((profile) => profile.groupIds))];
  // One after the other: within a transaction there is one connection.
  const topics = await listTopics(tx, workspaceId);
  const people = await listConcerned(tx, workspaceId);
  const members = await listMembersOf(tx, workspaceId, groupIds);
  const choices = await gatherChoices(tx, workspaceId, cells);
  const groupsOf = new Map<string, string[]>();
  for (const { userId, groupId } of members) {
    const groups = groupsOf.get(userId);
    if (groups) groups.push(groupId);
    else groupsOf.set(userId, [groupId]);
  }
  return compareDefaults({
    before,
    after,
    cells,
    choices,
    topics: new Map(topics.map((topic) => [topic.key, topic])),
    people: people.map(({ id, role, permissions }) => ({ id, role, permissions, groups: groupsOf.get(id) ?? [] })),
  });
}

/** Every cell that one of `profiles` says something about. */
function cellsOf(profiles: readonly DefaultsProfile[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { defaults } of profiles) {
    for (const { topic, target } of defaults) cells.set(about({ topic, target }), { topic, target });
  }
  return [...cells.values()];
}
