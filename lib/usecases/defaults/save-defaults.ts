import { z } from "zod";
import { insertDefaultChange, replaceDefaults, saveProfile } from "@/db/queries/defaults";
import { AppError } from "@/lib/app-error";
import type { Comparison } from "@/lib/core/compare-defaults";
import { changeDefaults } from "@/lib/core/defaults";
import { about } from "@/lib/core/layers";
import { recordAudit } from "../audit/record";
import { knownTopics } from "../catalogue/known-topics";
import { needRole } from "../context";
import { oneAtATime } from "../one-at-a-time";
import { verb } from "../use-case";
import { cellsAs } from "./change-record";
import { ChangesInput, checkChanges } from "./changes-input";
import { compareProfiles } from "./compare-profiles";
import { loadProfiles, profileIn } from "./load-profiles";
import { versionOf } from "./version";

export interface SavedDefaults extends Pick<Comparison, "changed" | "keeping"> {
  /** Takes it back (`undoDefaults`); null when nothing was to be changed. */
  undo: string | null;
}

/**
 * Changes what a profile says (R55). Nothing is copied to people: the next event reads it. `everyone` sets their choices
 * until now aside, without deleting them. A `version` that is no longer stored is `precondition_failed`.
 */
export const saveDefaults = verb({
  input: z.strictObject({ ...ChangesInput, version: z.string().max(100).optional() }),
  may: needRole("super_admin"),
  async run(ctx, { profile: id, changes, everyone, version }): Promise<SavedDefaults> {
    const { db, workspaceId, now } = ctx;
    const topics = await knownTopics(db, workspaceId);
    return oneAtATime(ctx, async (tx) => {
      const profiles = await loadProfiles(tx, workspaceId);
      const profile = profileIn(profiles, id);
      if (version !== undefined && version !== versionOf(profile)) {
        throw new AppError(
          "precondition_failed",
          "Somebody else changed these defaults meanwhile. Here is how they are now, with your changes on top: save again.",
        );
      }
      const wanted = checkChanges(changes, { topics, defaults: profile.defaults, everyone });
      if (wanted.length === 0) return { changed: 0, keeping: 0, undo: null };

      const changed = changeDefaults(profile, wanted, everyone ? now : null);
      const after = profiles.map((one) => (one === profile ? changed : one));
      const who = await compareProfiles(tx, workspaceId, { before: profiles, after }, wanted);
      await saveProfile(tx, { workspaceId, id, name: profile.name, position: profile.position });
      const touched = new Set(wanted.map(about));
      const rows = changed.defaults.filter((one) => touched.has(about(one)));
      await replaceDefaults(tx, { workspaceId, profileId: id, updatedAt: now }, wanted, rows);
      const change = ctx.newId("dch");
      const record = {
        before: cellsAs(profile.defaults, wanted),
        after: cellsAs(changed.defaults, wanted),
      };
      const actorId = ctx.actor.kind === "system" ? "system" : ctx.actor.id;
      await insertDefaultChange(tx, { workspaceId, id: change, profileId: id, actorId, ...record, madeAt: now });
      const { changed: people, keeping } = who;
      await recordAudit(tx, ctx, {
        action: "defaults.change",
        target: id,
        before: { cells: record.before },
        after: { cells: record.after, everyone, people, keeping },
      });
      return { changed: people, keeping, undo: change };
    });
  },
});
