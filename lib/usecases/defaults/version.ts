import { createHash } from "node:crypto";
import { about, type DefaultsProfile } from "@/lib/core/layers";

/** Of what a profile says: who saves on an older one is told (C7). */
export function versionOf({ defaults }: Pick<DefaultsProfile, "defaults">): string {
  const said = defaults.map((one) => `${about(one)}=${one.enabled}@${one.overridesUntil?.getTime() ?? ""}`).sort();
  return createHash("sha256").update(said.join("\n")).digest("base64url").slice(0, 22);
}
