import type { Tx } from "@/db/database";
import { type BroadcastWords, findBroadcastWords } from "@/db/queries/broadcasts";
import { findMergedRecords, type MergedRecord } from "@/db/queries/decisions";
import type { DeliveryRow } from "@/db/queries/deliveries";
import { findNotifications, type NotificationRow } from "@/db/queries/notifications";
import { findTextHiders } from "@/db/queries/push-devices";
import { findWorkspaces } from "@/db/queries/workspaces";
import type { MailLink } from "@/lib/auth/mail-token";
import { broadcastOf } from "@/lib/core/broadcast";
import type { Topic } from "@/lib/core/topic";
import type { WorkspaceId } from "@/lib/core/workspace";
import { everyTopic, sectionNames } from "../catalogue/known-topics";
import { loadPeople, type Person } from "../events/load-people";
import { knownApps } from "../inbox/known-apps";
import { suppressedAmong } from "../mail/hidden-address";
import { mailLinks } from "../mail/mail-links";
import type { Delivering } from "./call";
import { findToWord, type ToWord } from "./worded-apart";

/** What the last look before a send goes by, of one workspace. Maps are by id, topics by key. */
export interface KnownForSending {
  workspace: { name: string; timeZone: string };
  notifications: ReadonlyMap<string, NotificationRow>;
  people: ReadonlyMap<string, Person>;
  topics: ReadonlyMap<string, Topic>;
  /** Names, by the section's key. */
  sections: ReadonlyMap<string, string>;
  apps: ReadonlyMap<string, { name: string }>;
  broadcasts: ReadonlyMap<string, BroadcastWords>;
  /** By notification: the records of those that tell of several events, newest first. */
  merged: ReadonlyMap<string, readonly MergedRecord[]>;
  /** By notification: what is told of those that some medium words apart. */
  toWord: ReadonlyMap<string, ToWord>;
  /** Addresses that get no more mail. */
  suppressed: ReadonlySet<string>;
  /** People who want nothing said on a lock screen. */
  hiders: ReadonlySet<string>;
  /** Signs the token of a one-click link. */
  link(link: MailLink): string;
}

/**
 * Loads what deliveries of one workspace depend on, with one query a table. All but the key of the links is read outside
 * the transaction that claims: what is committed is what counts.
 */
export async function loadForSending(
  tx: Tx,
  { db, secret }: Pick<Delivering, "db" | "secret">,
  { workspaceId, rows, now }: { workspaceId: WorkspaceId; rows: readonly DeliveryRow[]; now: Date },
): Promise<KnownForSending> {
  const [notifications, people, topics, sections, apps, workspaces] = await Promise.all([
    findNotifications(db.read, workspaceId, unique(rows, "notificationId")),
    loadPeople(db.read, workspaceId, {
      userIds: unique(rows, "userId"),
      topics: unique(rows, "topic"),
      groupIds: [],
      now,
      activeWindowSeconds: 0,
    }),
    everyTopic(db, workspaceId),
    sectionNames(db, workspaceId),
    knownApps(db, workspaceId),
    findWorkspaces(db.read, [workspaceId]),
  ]);
  const broadcastIds = [...notifications.values()].flatMap(({ updateKey }) => broadcastOf(updateKey) ?? []);
  const several = [...notifications.values()].filter(({ count }) => count > 1);
  const merged = await findMergedRecords(db.read, workspaceId, several);
  const mails = rows.filter(({ channel }) => channel === "email");
  const addresses = mails.flatMap(({ userId, destination }) => destination ?? people.get(userId)?.email ?? []);
  return {
    workspace: workspaces.get(workspaceId) ?? { name: "", timeZone: "UTC" },
    notifications,
    people,
    topics,
    sections,
    apps,
    broadcasts: await findBroadcastWords(db.read, workspaceId, broadcastIds),
    merged,
    toWord: await findToWord(db.read, workspaceId, { notifications, topics, merged }),
    suppressed: await suppressedAmong(db.read, { secret, workspaceId }, [...new Set(addresses)]),
    hiders: await hidersAmong(db.read, workspaceId, rows),
    link: await mailLinks(tx, workspaceId, now),
  };
}

/** Asked only where something goes to a lock screen. */
async function hidersAmong(tx: Tx, workspaceId: WorkspaceId, rows: readonly DeliveryRow[]): Promise<Set<string>> {
  const pushes = rows.filter(({ channel }) => channel === "push");
  return pushes.length === 0 ? new Set() : findTextHiders(tx, workspaceId, unique(pushes, "userId"));
}

function unique<K extends "notificationId" | "userId" | "topic">(rows: readonly DeliveryRow[], key: K): string[] {
  return [...new Set(rows.map((row) => row[key]))];
}
