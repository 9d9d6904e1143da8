import { createHash } from "node:crypto";
import { cellKey, type Profile } from "@/lib/core/defaults";

/** Of what a profile says: who saves on an older one is told (C7). */
export function versionOf({ defaults }: Pick<Profile, "defaults">): string {
  const said = defaults.map((one) => `${cellKey(one)}=${one.enabled}@${one.overridesUntil?.getTime() ?? ""}`).sort();
  return createHash("sha256").update(said.join("\n")).digest("base64url").slice(0, 22);
}
