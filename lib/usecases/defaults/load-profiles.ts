import type { Tx } from "@/db/database";
import { listProfiles } from "@/db/queries/preferences";
import { ACCOUNT, type DefaultsProfile } from "@/lib/core/layers";
import type { WorkspaceId } from "@/lib/core/workspace";
import { found } from "../use-case";

/** All profiles, strongest first, and the account last: it is there even before it says anything. */
export async function loadProfiles(tx: Tx, workspaceId: WorkspaceId): Promise<DefaultsProfile[]> {
  const stored = await listProfiles(tx, workspaceId);
  const account = stored.find(({ id }) => id === ACCOUNT);
  const named = stored.filter((profile) => profile !== account);
  return [...named, account ?? { id: ACCOUNT, name: "Account", position: 0, groupIds: [], defaults: [] }];
}

/** The profile with this id, `account` too. Throws `not_found`. */
export function profileIn(profiles: readonly DefaultsProfile[], id: string): DefaultsProfile {
  const profile = profiles.find((one) => one.id === id);
  return found(profile, "profile");
}
