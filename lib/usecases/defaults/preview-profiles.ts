import { z } from "zod";
import type { ComparisonView } from "@/lib/core/defaults-view";
import { ACCOUNT, type DefaultsProfile } from "@/lib/core/layers";
import { knownTopics } from "../catalogue/known-topics";
import { needRole } from "../context";
import { verb } from "../use-case";
import { compareProfiles } from "./compare-profiles";
import { comparisonView } from "./comparison-view";
import { loadProfiles } from "./load-profiles";

const id = z.string().max(100);

/** A change of the profiles themselves: for whom one is, that it goes, or which comes first. */
const Change = z.union([
  z.strictObject({ id, groups: z.array(z.string().max(200)).max(10_000) }),
  z.strictObject({ id, deleted: z.literal(true) }),
  z.strictObject({ order: z.array(id).max(1000) }),
]);

/** Who would get something else if the profiles were changed so; writes nothing (U25). */
export const previewProfiles = verb({
  input: Change,
  may: needRole("super_admin"),
  async run({ db, workspaceId }, change): Promise<ComparisonView> {
    const [before, topics] = await Promise.all([loadProfiles(db.read, workspaceId), knownTopics(db, workspaceId)]);
    return comparisonView(
      await compareProfiles(db.read, workspaceId, { before, after: changed(before, change) }),
      topics,
    );
  },
});

function changed(profiles: readonly DefaultsProfile[], change: z.output<typeof Change>): DefaultsProfile[] {
  if ("order" in change) {
    const place = new Map(change.order.map((each, index) => [each, index]));
    const placeOf = ({ id }: DefaultsProfile) => (id === ACCOUNT ? Infinity : (place.get(id) ?? change.order.length));
    return [...profiles].sort((a, b) => placeOf(a) - placeOf(b) || 0);
  }
  if ("deleted" in change) return profiles.filter((one) => one.id === ACCOUNT || one.id !== change.id);
  return profiles.map((one) => (one.id === change.id ? { ...one, groupIds: change.groups } : one));
}
