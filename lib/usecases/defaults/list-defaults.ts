import { z } from "zod";
import { countActivePeople, countProfilePeople, listGroupSizes, listRecentChanges } from "@/db/queries/defaults";
import { listSections, listTopics } from "@/db/queries/topics";
import type { CellChange } from "@/lib/core/defaults";
import type { DefaultsView } from "@/lib/core/defaults-view";
import { ACCOUNT } from "@/lib/core/layers";
import { WHO_LEFT } from "@/lib/core/without-person";
import { needRole } from "../context";
import { verb } from "../use-case";
import type { CellRecord } from "./change-record";
import { loadProfiles, profileIn } from "./load-profiles";
import { versionOf } from "./version";

const RECENT = 5;

/** All that the defaults' editor shows of one profile (`account` for the account's own), in a few queries (R55). */
export const listDefaults = verb({
  input: z.strictObject({ profile: z.string().max(100).default(ACCOUNT) }),
  may: needRole("super_admin"),
  async run({ db, workspaceId }, { profile: id }): Promise<DefaultsView> {
    const [profiles, sections, topics, groups, peopleOf, everybody, recent] = await Promise.all([
      loadProfiles(db.read, workspaceId),
      listSections(db.read, workspaceId),
      listTopics(db.read, workspaceId),
      listGroupSizes(db.read, workspaceId),
      countProfilePeople(db.read, workspaceId),
      countActivePeople(db.read, workspaceId),
      listRecentChanges(db.read, workspaceId, id, RECENT),
    ]);
    const chosen = profileIn(profiles, id);
    const account = profiles.find((one) => one.id === ACCOUNT)!;
    return {
      profiles: profiles
        .filter((one) => one.id !== ACCOUNT)
        .map(({ id, name, groupIds }) => ({ id, name, people: peopleOf.get(id) ?? 0, groups: [...groupIds] })),
      people: everybody,
      groups,
      chosen: {
        id,
        version: versionOf(chosen),
        says: chosen.defaults.map(({ topic, target, enabled }): CellChange => ({ topic, target, enabled })),
        inherits:
          id === ACCOUNT ? [] : account.defaults.map(({ topic, target, enabled }) => ({ topic, target, enabled })),
      },
      sections: sections.map((section) => ({
        ...section,
        topics: topics
          .filter((topic) => topic.section === section.key)
          .map(({ key, name, media, defaultOn, required }) => ({ key, name, media, defaultOn, required })),
      })),
      changes: recent.map(({ change, by }) => ({
        id: change.id,
        by: by ?? WHO_LEFT,
        at: change.madeAt.toISOString(),
        undoneAt: change.undoneAt?.toISOString() ?? null,
        cells: (change.after as CellRecord[]).map(({ topic, target, enabled }) => ({ topic, target, enabled })),
        everyone: isForEveryone(change.after as CellRecord[], change.madeAt),
      })),
    };
  },
});

function isForEveryone(cells: readonly CellRecord[], madeAt: Date): boolean {
  return cells.some(({ overrides_until }) => overrides_until === madeAt.toISOString());
}
