import type { Tx } from "@/db/database";
import { findMemberships } from "@/db/queries/groups";
import { findChoices, findTopicSounds, findUserSettings, listProfiles } from "@/db/queries/preferences";
import type { UserRow } from "@/db/queries/users";
import { layersOver, type OwnChoice } from "@/lib/core/layers";
import type { StoredState } from "@/lib/core/plan-change";
import type { Topic } from "@/lib/core/topic";
import { mayHave } from "@/lib/core/topic-gate";
import type { WorkspaceId } from "@/lib/core/workspace";

/** A person's preferences, and when they last changed one; null if never. */
export type LoadedState = StoredState & { changedAt: Date | null };

/** Loads what a person's preferences are made of; of topics, those in `catalogue` that the person may have. */
export async function loadState(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, role, permissions }: Pick<UserRow, "id" | "role" | "permissions">,
  catalogue: Iterable<Topic>,
): Promise<LoadedState> {
  const topics = new Map<string, Topic>();
  for (const topic of catalogue) if (mayHave(topic, { role, permissions })) topics.set(topic.key, topic);
  const keys = [...topics.keys()];
  const profiles = await listProfiles(tx, workspaceId, keys);
  const groupIds = [...new Set(profiles.flatMap((profile) => profile.groupIds))];
  // One after the other: within a transaction there is one connection.
  const memberships = await findMemberships(tx, workspaceId, groupIds, [id]);
  const choices = await findChoices(tx, workspaceId, keys, [id]);
  const sounds = await findTopicSounds(tx, workspaceId, id);
  const settings = await findUserSettings(tx, workspaceId, id);
  const groups = memberships.map(({ groupId }) => groupId);
  const layersOf = layersOver(profiles);
  const layersWith = (chosen: readonly OwnChoice[]) => layersOf(groups, chosen);
  return {
    topics,
    choices,
    layersWith,
    layers: layersWith(choices),
    sounds: new Map(sounds.map(({ topic, sound }) => [topic, sound])),
    sound: settings?.sound ?? null,
    redDot: settings?.redDot ?? null,
    changedAt: settings?.updatedAt ?? null,
    version: versionOf(settings?.updatedAt ?? null),
  };
}

/** Different after each change that a person makes. */
export function versionOf(changedAt: Date | null): string {
  return changedAt === null ? "0" : String(changedAt.getTime());
}
