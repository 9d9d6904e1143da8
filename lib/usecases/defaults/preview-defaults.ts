import { z } from "zod";
import { changeDefaults } from "@/lib/core/defaults";
import type { ComparisonView } from "@/lib/core/defaults-view";
import { knownTopics } from "../catalogue/known-topics";
import { needRole } from "../context";
import { verb } from "../use-case";
import { ChangesInput, checkChanges } from "./changes-input";
import { compareProfiles } from "./compare-profiles";
import { comparisonView } from "./comparison-view";
import { loadProfiles, profileIn } from "./load-profiles";

/** Who would get something else, and who would keep their own choice; writes nothing (U25). */
export const previewDefaults = verb({
  input: z.strictObject(ChangesInput),
  may: needRole("super_admin"),
  async run({ db, workspaceId, now }, { profile: id, changes, everyone }): Promise<ComparisonView> {
    const [profiles, topics] = await Promise.all([loadProfiles(db.read, workspaceId), knownTopics(db, workspaceId)]);
    const profile = profileIn(profiles, id);
    const wanted = checkChanges(changes, { topics, defaults: profile.defaults, everyone });
    const changed = changeDefaults(profile, wanted, everyone ? now : null);
    const after = profiles.map((one) => (one === profile ? changed : one));
    return comparisonView(await compareProfiles(db.read, workspaceId, { before: profiles, after }, wanted), topics);
  },
});
