import { listAuditEntries } from "@/db/queries/audit";
import { CATALOGUE } from "@/lib/catalogue/catalogue";
import type { Channel, Medium } from "@/lib/core/channel";
import type { CellChange } from "@/lib/core/defaults";
import { perform } from "@/lib/http/perform";
import type { UserContext } from "../context";
import type { anotherWorkspace } from "../testing";
import { createProfile, setProfileGroups } from "./change-profiles";
import { previewDefaults } from "./preview-defaults";
import { saveDefaults } from "./save-defaults";

export const TOPICS = CATALOGUE.flatMap((section) => section.topics);

/** A change of one default; null inherits. */
export function set(topic: string, target: Medium | Channel, enabled: boolean | null): CellChange {
  return { topic, target, enabled };
}

/** What a super admin does with defaults. */
export function defaultsIn(here: Awaited<ReturnType<typeof anotherWorkspace>>) {
  const boss = (): UserContext => ({
    ...here.asUser("boss"),
    actor: { ...here.asUser("boss").actor, role: "super_admin" },
  });
  return {
    boss,
    /** The audit of the workspace. */
    chain: () => listAuditEntries(here.db.read, here.workspaceId),
    save: (profile: string, changes: CellChange[], everyone = false) =>
      perform(saveDefaults, boss(), { profile, changes, everyone }),
    preview: (profile: string, changes: CellChange[], everyone = false) =>
      perform(previewDefaults, boss(), { profile, changes, everyone }),
    async profileFor(name: string, groups: string[]): Promise<string> {
      const { id } = await perform(createProfile, boss(), { name });
      await perform(setProfileGroups, boss(), { id, groups });
      return id;
    },
  };
}
