import type { Tx } from "@/db/database";
import { type BroadcastWords, findBroadcastWords } from "@/db/queries/broadcasts";
import { findConnections } from "@/db/queries/connections";
import type { DeliveryRow } from "@/db/queries/deliveries";
import { findNotifications, type NotificationRow } from "@/db/queries/notifications";
import { findTextHiders } from "@/db/queries/push-devices";
import { findWorkspaces } from "@/db/queries/workspaces";
import type { Message } from "@/lib/channels/channel";
import { broadcastOf } from "@/lib/core/broadcast";
import { asBroadcast } from "@/lib/core/broadcast-topic";
import { MEDIUM_OF } from "@/lib/core/channel";
import { decideChannel } from "@/lib/core/decide-channel";
import type { ChannelDecision } from "@/lib/core/decision";
import type { DeliveryContent } from "@/lib/core/delivery-state";
import { gather } from "@/lib/core/gather";
import { periodOf } from "@/lib/core/gathering";
import type { DigestPeriod, MailEnd } from "@/lib/core/mail";
import { passesSwitch, resolveChannel, resolveTopic, type Setting } from "@/lib/core/preference";
import { RESENT } from "@/lib/core/resent";
import type { Topic } from "@/lib/core/topic";
import type { WorkspaceId } from "@/lib/core/workspace";
import { everyTopic, sectionNames } from "../catalogue/known-topics";
import { openConfig } from "../connections/config";
import { loadPeople, type Person } from "../events/load-people";
import { knownApps } from "../inbox/known-apps";
import { suppressedAmong } from "../mail/hidden-address";
import { mailLinks } from "../mail/mail-links";
import type { Delivering } from "./call";
import { findToWord, wordedApart } from "./worded-apart";

/** What one message with others of its person would be, and the token that ends such messages. */
interface Gathers {
  period: DigestPeriod;
  unsubscribe: string | null;
}

/** What the last look before a send says: go, with this; or why not. */
export type Verdict =
  | { go: true; message: Message; timeZone: string | null; gathers: Gathers | null }
  | { go: false; state: "cancelled" | "suppressed" | "failed"; reason: ChannelDecision["reason"]; detail?: string };

/**
 * Looks once more at what is about to be sent: read meanwhile, switched off, nobody there any more? Answers a verdict by
 * delivery id. One query a table and workspace, outside the transaction that claims: what is committed is what counts.
 */
export async function lookAgain(
  tx: Tx,
  { db, secret }: Pick<Delivering, "db" | "secret">,
  rows: readonly DeliveryRow[],
  now: Date,
): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  const connectionIds = rows.flatMap((row) => row.connectionId ?? []);
  const connections = await findConnections(db.read, [...new Set(connectionIds)]);
  for (const [workspaceId, ours] of gather(rows, (row) => row.workspaceId)) {
    const [notifications, people, topics, sections, apps, workspaces] = await Promise.all([
      findNotifications(db.read, workspaceId, unique(ours, "notificationId")),
      loadPeople(db.read, workspaceId, {
        userIds: unique(ours, "userId"),
        topics: unique(ours, "topic"),
        groupIds: [],
        now,
        activeWindowSeconds: 0,
      }),
      everyTopic(db, workspaceId),
      sectionNames(db, workspaceId),
      knownApps(db, workspaceId),
      findWorkspaces(db.read, [workspaceId]),
    ]);
    const words = await findBroadcastWords(
      db.read,
      workspaceId,
      [...notifications.values()].flatMap(({ updateKey }) => broadcastOf(updateKey) ?? []),
    );
    const toWord = await findToWord(db.read, workspaceId, notifications.values(), topics);
    const emails = [...people.values()].map(({ email }) => email);
    const suppressed = await suppressedAmong(db.read, { secret, workspaceId }, emails);
    const hiders = await hidersAmong(db.read, workspaceId, ours);
    const link = await mailLinks(tx, workspaceId, now);
    const workspace = workspaces.get(workspaceId) ?? { name: "", timeZone: "UTC" };
    for (const row of ours) {
      const fixed = fixedMessage(row);
      if (fixed) {
        verdicts.set(row.id, { go: true, message: fixed, timeZone: null, gathers: null });
        continue;
      }
      const notification = notifications.get(row.notificationId);
      const person = people.get(row.userId);
      const broadcast = words.get(broadcastOf(notification?.updateKey ?? null) ?? "");
      const known = topics.get(row.topic);
      const topic = known && asBroadcast(known, broadcast);
      const connection = row.connectionId === null ? null : (connections.get(row.connectionId) ?? "gone");
      const no = refusal({ row, notification, person, topic, connection, suppressed });
      if (no || !notification || !person || !topic || connection === "gone") {
        verdicts.set(row.id, { go: false, ...(no ?? WITHDRAWN) });
        continue;
      }
      const names = { workspace, section: sections.get(topic.section), app: apps.get(notification.appId ?? "")?.name };
      const mayEnd = row.channel === "email" && !topic.required.includes("email");
      const unsubscribe = mayEnd ? link({ userId: person.id, end: { topic: topic.key } }) : null;
      const worded = wordedApart({
        channel: row.channel,
        topic,
        notification,
        person,
        app: names.app,
        toWord: row.content ? undefined : toWord.get(notification.id),
      });
      if (!worded) {
        verdicts.set(row.id, OVER_LIMITS);
        continue;
      }
      const content = row.content ?? {
        ...contentOf(notification, topic, person, { ...names, broadcast }),
        ...worded,
        unsubscribe,
      };
      const message = {
        workspaceId,
        key: row.key,
        content,
        config: connection && openConfig(secret, connection.config),
        destination: row.destination ?? connection?.label ?? person.email,
        ...(row.channel === "push" && { manner: { urgency: topic.urgency, hidesText: hiders.has(person.id) } }),
      };
      const period = row.content ? null : periodOf(row.reason, person.timing?.schedule.email);
      const end: MailEnd = period === "catch_up" ? { all: true } : { digest: period ?? "daily" };
      const ends = row.channel === "email" ? link({ userId: person.id, end }) : null;
      const gathers = period && { period, unsubscribe: ends };
      verdicts.set(row.id, { go: true, message, timeZone: content.recipient.timeZone, gathers });
    }
  }
  return verdicts;
}

/** A member of a batch that was tried goes as it was: with another content, the provider would not know the key. */
function fixedMessage({ workspaceId, key, leaderId, content, destination }: DeliveryRow): Message | null {
  if (leaderId === null || !content || destination === null) return null;
  return { workspaceId, key, content, destination, config: null };
}

type Refusal = Omit<Extract<Verdict, { go: false }>, "go">;

/** A dead letter: it can be sent once the template is mended (S12). */
const OVER_LIMITS: Verdict = {
  go: false,
  state: "failed",
  reason: "attempts_exhausted",
  detail: "template_over_limits",
};
const WANTED: Setting = { enabled: true, source: "user" };
const WITHDRAWN: Refusal = { state: "cancelled", reason: "withdrawn" };

interface Seen {
  row: DeliveryRow;
  notification: NotificationRow | undefined;
  person: Person | undefined;
  topic: Topic | undefined;
  connection: { disabledAt: Date | null } | "gone" | null;
  suppressed: ReadonlySet<string>;
}

function refusal({ row, notification, person, topic, connection, suppressed }: Seen): Refusal | null {
  if (!notification || !person || !topic) return WITHDRAWN;
  // A digest that was tried goes as it was, whatever became of the one that leads it.
  const isDigest = row.content?.digest !== undefined;
  const isDone = notification.readAt !== null || notification.archivedAt !== null;
  if (isDone && !isDigest && row.detail !== RESENT) return { state: "cancelled", reason: "already_read" };
  if (!person.active) return { state: "suppressed", reason: "inactive_user" };
  const { channel } = row;
  const decided = decideChannel({
    channel,
    topic: isDigest ? WANTED : resolveTopic(topic, MEDIUM_OF[channel], person.layers),
    channelSwitch: { ...resolveChannel(channel, person.layers), passes: passesSwitch(topic, channel) },
    connected: connection === null || (connection !== "gone" && connection.disabledAt === null),
    activeInApp: false,
  });
  if (decided.outcome === "suppressed") return { state: "suppressed", reason: decided.reason };
  const address = row.destination ?? person.email;
  if (channel === "email" && suppressed.has(address)) return { state: "suppressed", reason: "address_suppressed" };
  return null;
}

/** Who wants nothing said on a lock screen; asked only where something goes to one. */
async function hidersAmong(tx: Tx, workspaceId: WorkspaceId, rows: readonly DeliveryRow[]): Promise<Set<string>> {
  const pushes = rows.filter(({ channel }) => channel === "push");
  return pushes.length === 0 ? new Set() : findTextHiders(tx, workspaceId, unique(pushes, "userId"));
}

interface Names {
  workspace: { name: string; timeZone: string };
  section: string | undefined;
  app: string | undefined;
  broadcast: BroadcastWords | undefined;
}

function contentOf(
  row: NotificationRow,
  { key, name }: Topic,
  person: Person,
  names: Names,
): Omit<DeliveryContent, "unsubscribe"> {
  const { id: notificationId, title, body, url, actor, subject, updatedAt } = row;
  return {
    workspace: names.workspace.name,
    notificationId,
    title,
    body,
    url,
    topic: { key, name },
    actor: actor?.name ?? null,
    record: subject?.title ?? null,
    at: updatedAt.toISOString(),
    origin: names.app ?? names.section ?? names.workspace.name,
    recipient: { id: person.id, name: person.name, timeZone: person.timeZone ?? names.workspace.timeZone },
    ...(names.broadcast && { broadcast: { html: names.broadcast.bodyHtml, sender: names.broadcast.sender } }),
  };
}

function unique<K extends "notificationId" | "userId" | "topic">(rows: readonly DeliveryRow[], key: K): string[] {
  return [...new Set(rows.map((row) => row[key]))];
}
