import type { Tx } from "@/db/database";
import { findMemberships } from "@/db/queries/groups";
import { findChoices, listProfiles } from "@/db/queries/preferences";
import { findSchedules } from "@/db/queries/schedules";
import { findRecipients } from "@/db/queries/users";
import { findWorkspaces } from "@/db/queries/workspaces";
import type { Channel } from "@/lib/core/channel";
import { gather } from "@/lib/core/gather";
import { layersOver } from "@/lib/core/layers";
import { OPEN_FOR } from "@/lib/core/presence";
import type { KnownRecipient } from "@/lib/core/recipient";
import { scheduleOf } from "@/lib/core/schedule";
import type { Timing } from "@/lib/core/time-decision";
import type { WorkspaceId } from "@/lib/core/workspace";
import { loadConnected, NO_REACH, type Reach } from "../connections/load-connected";

/** A person with all that deciding needs, but for how one event reached them. */
export type Person = Omit<KnownRecipient, "routes" | "connected"> &
  Reach & {
    timeZone: string | null;
    /** When they want to be reached, and in which zone that is meant; null: as Belfry ships. */
    timing: Timing | null;
  };

interface Wanted {
  userIds: readonly string[];
  /** Keys of the topics whose preferences matter. */
  topics: readonly string[];
  /** Groups that some event is visible to. */
  groupIds: readonly string[];
  /** Of which connections matter; none if nothing is said. */
  channels?: readonly Channel[];
  now: Date;
  /** Of `ACTIVE_WINDOW_SECONDS`. */
  activeWindowSeconds: number;
}

/** Loads people with one query a table, however many they are. Ids that name nobody are missing from the answer. */
export async function loadPeople(
  tx: Tx,
  workspaceId: WorkspaceId,
  { userIds, topics, groupIds, channels = [], now, activeWindowSeconds }: Wanted,
): Promise<Map<string, Person>> {
  if (userIds.length === 0) return new Map();
  const [activeSince, openSince] = [now.getTime() - activeWindowSeconds * 1000, now.getTime() - OPEN_FOR];
  const profiles = await listProfiles(tx, workspaceId, topics);
  const groups = new Set([...groupIds, ...profiles.flatMap((profile) => profile.groupIds)]);
  const [rows, schedules, memberships, choices, reaches] = await Promise.all([
    findRecipients(tx, workspaceId, userIds),
    findSchedules(tx, workspaceId, userIds),
    findMemberships(tx, workspaceId, [...groups], userIds),
    findChoices(tx, workspaceId, topics, userIds),
    loadConnected(tx, workspaceId, channels, userIds),
  ]);
  const groupsOf = gather(memberships, (row) => row.userId);
  const choicesOf = gather(choices, (row) => row.userId);
  const layersOf = layersOver(profiles);
  const common = rows.some((row) => schedules.has(row.id) && !row.timeZone)
    ? await findWorkspaces(tx, [workspaceId])
    : null;
  const commonZone = common?.get(workspaceId)?.timeZone ?? "UTC";

  return new Map(
    rows.map((row) => {
      const groups = (groupsOf.get(row.id) ?? []).map((membership) => membership.groupId);
      const { id, email, name, role, permissions, timeZone, isActive, activeAt, openAt } = row;
      const schedule = schedules.get(id);
      const { connected, connections } = reaches.get(id) ?? NO_REACH;
      return [
        id,
        {
          id,
          email,
          name,
          role,
          permissions,
          timeZone,
          timing: schedule ? { schedule: scheduleOf(schedule), zone: timeZone ?? commonZone } : null,
          active: isActive,
          activeInApp: activeAt !== null && activeAt >= activeSince,
          openInApp: openAt !== null && openAt >= openSince,
          groups,
          connected,
          connections,
          layers: layersOf(groups, choicesOf.get(row.id) ?? []),
        },
      ];
    }),
  );
}
