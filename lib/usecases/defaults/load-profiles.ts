import type { Tx } from "@/db/database";
import { listProfiles } from "@/db/queries/preferences";
import { ACCOUNT, type DefaultsProfile, type StandingDefault } from "@/lib/core/layers";
import type { WorkspaceId } from "@/lib/core/workspace";

/** A profile as stored; each default knows when it was last changed. */
export interface StoredProfile extends DefaultsProfile {
  defaults: readonly (StandingDefault & { updatedAt: Date })[];
}

/** All profiles, strongest first, and the account last: it is there even before it says anything. */
export async function loadProfiles(tx: Tx, workspaceId: WorkspaceId): Promise<StoredProfile[]> {
  const stored = await listProfiles(tx, workspaceId);
  const account = stored.find(({ id }) => id === ACCOUNT);
  const named = stored
    .filter((profile) => profile !== account)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  return [...named, account ?? { id: ACCOUNT, name: "Account", position: 0, groupIds: [], defaults: [] }];
}
