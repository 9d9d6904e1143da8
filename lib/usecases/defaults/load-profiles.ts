import type { Tx } from "@/db/database";
import { listProfiles } from "@/db/queries/preferences";
import { ACCOUNT, type Default, type Profile } from "@/lib/core/defaults";
import type { WorkspaceId } from "@/lib/core/workspace";

/** A profile as stored; each default knows when it was last changed. */
export interface StoredProfile extends Profile {
  position: number;
  defaults: readonly (Default & { updatedAt: Date })[];
}

/** All profiles, strongest first, and the account last: it is there even before it says anything. */
export async function loadProfiles(tx: Tx, workspaceId: WorkspaceId): Promise<StoredProfile[]> {
  const stored = await listProfiles(tx, workspaceId);
  const account = stored.find(({ id }) => id === ACCOUNT);
  const named = stored.filter((profile) => profile !== account);
  return [...named, account ?? { id: ACCOUNT, name: "Account", position: 0, groupIds: [], defaults: [] }];
}
