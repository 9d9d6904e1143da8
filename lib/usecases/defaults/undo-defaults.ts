import { z } from "zod";
import { findDefaultChange, markChangeUndone, replaceDefaults } from "@/db/queries/defaults";
import { AppError } from "@/lib/app-error";
import type { Comparison } from "@/lib/core/compare-defaults";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { oneAtATime } from "../one-at-a-time";
import { found, verb } from "../use-case";
import { type CellRecord, cellsAs, withCells } from "./change-record";
import { compareProfiles } from "./compare-profiles";
import { loadProfiles, profileIn } from "./load-profiles";

/**
 * Takes a saved change back: its defaults are as before, and choices that it set aside count again. A `conflict` when it
 * was taken back already, or when a later change stands on it.
 */
export const undoDefaults = verb({
  input: z.strictObject({ change: z.string().max(100) }),
  may: needRole("super_admin"),
  async run(ctx, { change: id }): Promise<Pick<Comparison, "changed" | "keeping">> {
    const { workspaceId, now } = ctx;
    return oneAtATime(ctx, async (tx) => {
      const change = found(await findDefaultChange(tx, workspaceId, id), "change");
      if (change.undoneAt) throw new AppError("conflict", "This change was taken back already.");
      const profiles = await loadProfiles(tx, workspaceId);
      const profile = profileIn(profiles, change.profileId);
      const [before, after] = [change.before as CellRecord[], change.after as CellRecord[]];
      if (JSON.stringify(cellsAs(profile.defaults, after)) !== canonical(after)) {
        throw new AppError("conflict", "A later change touches the same defaults. Undo that one first.");
      }
      const restored = { ...profile, defaults: withCells(profile.defaults, before) };
      const undone = { before: profiles, after: profiles.map((one) => (one === profile ? restored : one)) };
      const who = await compareProfiles(tx, workspaceId, undone, before);
      const place = { workspaceId, profileId: profile.id, updatedAt: now };
      await replaceDefaults(tx, place, before, withCells([], before));
      await markChangeUndone(tx, workspaceId, id, now);
      const { changed, keeping } = who;
      await recordAudit(tx, ctx, {
        action: "defaults.undo",
        target: profile.id,
        before: { cells: after, change: id },
        after: { cells: before, people: changed, keeping },
      });
      return { changed, keeping };
    });
  },
});

// PostgreSQL's jsonb gives keys back in an order of its own.
function canonical(cells: readonly CellRecord[]): string {
  return JSON.stringify(
    cells.map(({ topic, target, enabled, overrides_until }) => ({ topic, target, enabled, overrides_until })),
  );
}
