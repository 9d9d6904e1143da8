import { z } from "zod";
import { deleteProfile as remove, replaceDefaults, replaceProfileGroups, saveProfile } from "@/db/queries/defaults";
import { knownGroupIds } from "@/db/queries/groups";
import { AppError } from "@/lib/app-error";
import { ACCOUNT, type DefaultsProfile } from "@/lib/core/layers";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { oneAtATime } from "../one-at-a-time";
import { found, verb } from "../use-case";
import { loadProfiles, profileIn } from "./load-profiles";
import { copyName, ProfileName, refuseTaken } from "./profile-name";

const id = z.string().max(100);

/** Makes a profile that says nothing yet and is for nobody; it comes last. */
export const createProfile = verb({
  input: z.strictObject({ name: ProfileName }),
  may: needRole("super_admin"),
  async run(ctx, { name }): Promise<{ id: string }> {
    const { workspaceId } = ctx;
    return oneAtATime(ctx, async (tx) => {
      const profiles = await loadProfiles(tx, workspaceId);
      refuseTaken(profiles, name);
      const made = ctx.newId("prf");
      await saveProfile(tx, { workspaceId, id: made, name, position: lastPlace(profiles) });
      await recordAudit(tx, ctx, { action: "profile.create", target: made, after: { name } });
      return { id: made };
    });
  },
});

export const renameProfile = verb({
  input: z.strictObject({ id, name: ProfileName }),
  may: needRole("super_admin"),
  async run(ctx, { id, name }): Promise<void> {
    const { workspaceId } = ctx;
    await oneAtATime(ctx, async (tx) => {
      const profiles = await loadProfiles(tx, workspaceId);
      const profile = named(profiles, id);
      if (profile.name === name) return;
      refuseTaken(profiles, name, id);
      await saveProfile(tx, { workspaceId, id, name, position: profile.position });
      const before = { name: profile.name };
      await recordAudit(tx, ctx, { action: "profile.rename", target: id, before, after: { name } });
    });
  },
});

/** Makes one that says the same and is for nobody yet: so nothing changes for anybody. It comes last. */
export const duplicateProfile = verb({
  input: z.strictObject({ id }),
  may: needRole("super_admin"),
  async run(ctx, { id }): Promise<{ id: string; name: string }> {
    const { workspaceId, now } = ctx;
    return oneAtATime(ctx, async (tx) => {
      const profiles = await loadProfiles(tx, workspaceId);
      const original = profileIn(profiles, id);
      const made = ctx.newId("prf");
      const name = copyName(profiles, original.name);
      await saveProfile(tx, { workspaceId, id: made, name, position: lastPlace(profiles) });
      // Without its overrides: whose choices they set aside was decided for the original's people.
      const rows = original.defaults.map((one) => ({ ...one, overridesUntil: null }));
      await replaceDefaults(tx, { workspaceId, profileId: made, updatedAt: now }, [], rows);
      await recordAudit(tx, ctx, { action: "profile.create", target: made, after: { name, copy_of: id } });
      return { id: made, name };
    });
  },
});

/** Whoever had it gets what the next profile, the account or Belfry says. */
export const deleteProfile = verb({
  input: z.strictObject({ id }),
  may: needRole("super_admin"),
  async run(ctx, { id }): Promise<void> {
    const { workspaceId } = ctx;
    await oneAtATime(ctx, async (tx) => {
      const { name, groupIds, defaults } = named(await loadProfiles(tx, workspaceId), id);
      await remove(tx, workspaceId, id);
      const said = defaults.map(({ topic, target, enabled }) => ({ topic, target, enabled }));
      const before = { name, groups: groupIds, cells: said };
      await recordAudit(tx, ctx, { action: "profile.delete", target: id, before });
    });
  },
});

/** Strongest first: where two profiles are for the same person, the first that says something wins. All ids, each once. */
export const orderProfiles = verb({
  input: z.strictObject({ ids: z.array(id).max(1000) }),
  may: needRole("super_admin"),
  async run(ctx, { ids }): Promise<void> {
    const { workspaceId } = ctx;
    await oneAtATime(ctx, async (tx) => {
      const profiles = (await loadProfiles(tx, workspaceId)).filter((one) => one.id !== ACCOUNT);
      const before = profiles.map((one) => one.id);
      if (before.join() === ids.join()) return;
      if ([...before].sort().join() !== [...ids].sort().join()) {
        throw new AppError("conflict", "Somebody else added or deleted a profile meanwhile. Look again, then move it.");
      }
      const byId = new Map(profiles.map((one) => [one.id, one]));
      for (const [index, each] of ids.entries()) {
        const { name, position } = byId.get(each)!;
        if (position !== index + 1) await saveProfile(tx, { workspaceId, id: each, name, position: index + 1 });
      }
      await recordAudit(tx, ctx, { action: "profile.order", target: "profiles", before, after: ids });
    });
  },
});

/** Says for whom a profile is, all at once: groups that are not named are out. */
export const setProfileGroups = verb({
  input: z.strictObject({ id, groups: z.array(z.string().max(200)).max(10_000) }),
  may: needRole("super_admin"),
  async run(ctx, { id, groups }): Promise<void> {
    const { workspaceId } = ctx;
    await oneAtATime(ctx, async (tx) => {
      const { groupIds } = named(await loadProfiles(tx, workspaceId), id);
      const [before, after] = [[...groupIds].sort(), [...new Set(groups)].sort()];
      if (before.join("\n") === after.join("\n")) return;
      const known = await knownGroupIds(tx, workspaceId, after);
      for (const group of after) found(known.has(group) ? group : undefined, "group");
      await replaceProfileGroups(tx, workspaceId, id, after);
      await recordAudit(tx, ctx, { action: "profile.groups", target: id, before, after });
    });
  },
});

/** The account's defaults are no profile that could be renamed, deleted or given to groups. */
function named(profiles: readonly DefaultsProfile[], id: string): DefaultsProfile {
  return profileIn(id === ACCOUNT ? [] : profiles, id);
}

function lastPlace(profiles: readonly DefaultsProfile[]): number {
  return Math.max(0, ...profiles.map((one) => one.position)) + 1;
}
