import type { Tx } from "@/db/database";
import type { BroadcastWords } from "@/db/queries/broadcasts";
import { type ConnectionRow, findConnections } from "@/db/queries/connections";
import type { MergedRecord } from "@/db/queries/decisions";
import type { DeliveryRow } from "@/db/queries/deliveries";
import type { NotificationRow } from "@/db/queries/notifications";
import type { Message } from "@/lib/channels/channel";
import { broadcastOf } from "@/lib/core/broadcast";
import { asBroadcast } from "@/lib/core/broadcast-topic";
import type { DeliveryContent } from "@/lib/core/delivery-state";
import { gather } from "@/lib/core/gather";
import { periodOf } from "@/lib/core/gathering";
import { type DigestPeriod, type MailEnd, MOST_LISTED } from "@/lib/core/mail";
import { type Hold, heldUntil } from "@/lib/core/quiet-hours";
import { urgencyOf } from "@/lib/core/rank";
import type { Topic } from "@/lib/core/topic";
import { openConfig } from "../connections/config";
import type { Person } from "../events/load-people";
import type { Delivering } from "./call";
import { type KnownForSending, loadForSending } from "./load-for-sending";
import { type Refusal, refusal, WITHDRAWN } from "./refusal";
import { wordedApart } from "./worded-apart";

/** What one message with others of its person would be, and the token that ends such messages. */
interface Gathers {
  period: DigestPeriod;
  unsubscribe: string | null;
}

/** What the last look before a send says: go, with this; or why not; or when. */
export type Verdict =
  | { go: true; message: Message; timeZone: string | null; gathers: Gathers | null }
  | ({ go: false } & Refusal)
  | { go: "later"; hold: Hold };

/**
 * Looks once more at what is about to be sent: read meanwhile, switched off, nobody there any more? Answers a verdict by
 * delivery id.
 */
export async function lookAgain(
  tx: Tx,
  given: Pick<Delivering, "db" | "secret">,
  rows: readonly DeliveryRow[],
  now: Date,
): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  const connectionIds = rows.flatMap((row) => row.connectionId ?? []);
  const connections = await findConnections(given.db.read, [...new Set(connectionIds)]);
  for (const [workspaceId, ours] of gather(rows, (row) => row.workspaceId)) {
    const known = await loadForSending(tx, given, { workspaceId, rows: ours, now });
    for (const row of ours) {
      const connection = row.connectionId === null ? null : (connections.get(row.connectionId) ?? "gone");
      verdicts.set(row.id, verdictOn(row, known, connection, { secret: given.secret, now }));
    }
  }
  return verdicts;
}

function verdictOn(
  row: DeliveryRow,
  known: KnownForSending,
  connection: ConnectionRow | "gone" | null,
  { secret, now }: { secret: string; now: Date },
): Verdict {
  const fixed = fixedMessage(row);
  if (fixed) return { go: true, message: fixed, timeZone: null, gathers: null };
  const notification = known.notifications.get(row.notificationId);
  const person = known.people.get(row.userId);
  const broadcast = known.broadcasts.get(broadcastOf(notification?.updateKey ?? null) ?? "");
  const stored = known.topics.get(row.topic);
  const topic = stored && asBroadcast(stored, broadcast);
  const no = refusal({ row, notification, person, topic, connection, suppressed: known.suppressed });
  if (no || !notification || !person || !topic || connection === "gone") return { go: false, ...(no ?? WITHDRAWN) };
  const hold = holdOn(row, person, now);
  if (hold) return { go: "later", hold };
  const content = row.content ?? contentOf(row, { notification, person, topic, broadcast }, known);
  if (!content) return OVER_LIMITS;
  const message: Message = {
    workspaceId: row.workspaceId,
    key: row.key,
    content,
    config: connection && openConfig(secret, connection.config),
    destination: row.destination ?? connection?.label ?? person.email,
    ...(row.channel === "push" && { manner: { urgency: topic.urgency, hidesText: known.hiders.has(person.id) } }),
  };
  return { go: true, message, timeZone: content.recipient.timeZone, gathers: gathersOf(row, person, known) };
}

/** What was in time when it was decided, and failed or stood behind others meanwhile, rings in nobody's night (U16). */
function holdOn({ rank }: DeliveryRow, { timing }: Person, now: Date): Hold | null {
  return timing && urgencyOf(rank) !== "critical" ? heldUntil(now, timing.schedule, timing.zone) : null;
}

/** A member of a batch that was tried goes as it was: with another content, the provider would not know the key. */
function fixedMessage({ workspaceId, key, leaderId, content, destination }: DeliveryRow): Message | null {
  if (leaderId === null || !content || destination === null) return null;
  return { workspaceId, key, content, destination, config: null };
}

/** A dead letter: it can be sent once the template is mended (S12). */
const OVER_LIMITS: Verdict = {
  go: false,
  state: "failed",
  reason: "attempts_exhausted",
  detail: "template_over_limits",
};

interface About {
  notification: NotificationRow;
  person: Person;
  topic: Topic;
  broadcast: BroadcastWords | undefined;
}

/** What a delivery says at its first try; null where its template uses up more than it may. */
function contentOf(
  { channel }: DeliveryRow,
  { notification, person, topic, broadcast }: About,
  { workspace, sections, apps, merged, toWord, link }: KnownForSending,
): DeliveryContent | null {
  const { id: notificationId, title, body, url, actor, subject, updatedAt } = notification;
  const app = apps.get(notification.appId ?? "")?.name;
  const worded = wordedApart({ channel, topic, notification, person, app, toWord: toWord.get(notificationId) });
  if (!worded) return null;
  const records = channel === "email" && worded.body === undefined ? (merged.get(notificationId) ?? []) : [];
  const mayEnd = channel === "email" && !topic.required.includes("email");
  return {
    workspace: workspace.name,
    notificationId,
    title,
    body,
    url,
    topic: { key: topic.key, name: topic.name },
    actor: actor?.name ?? null,
    record: subject?.title ?? null,
    at: updatedAt.toISOString(),
    origin: app ?? sections.get(topic.section) ?? workspace.name,
    recipient: { id: person.id, name: person.name, timeZone: person.timeZone ?? workspace.timeZone },
    ...(broadcast && { broadcast: { html: broadcast.bodyHtml, sender: broadcast.sender } }),
    ...(records.length > 1 && { merged: mergedOf(records, topic, body) }),
    ...worded,
    unsubscribe: mayEnd ? link({ userId: person.id, end: { topic: topic.key } }) : null,
  };
}

/** The list stands in for a body that only names the same records. */
function mergedOf(records: readonly MergedRecord[], topic: Topic, body: string): DeliveryContent["merged"] {
  const parts = records.slice(0, MOST_LISTED).map(({ title, at }) => ({ title, at: at.toISOString() }));
  const isSame = topic.body.includes("notification.titles");
  return { body: isSame ? "" : body, parts, total: records.length };
}

/** What it leaves as, together with others that waited for the same; null where it leaves by itself, or has its words already. */
function gathersOf({ channel, reason, content }: DeliveryRow, person: Person, known: KnownForSending): Gathers | null {
  const period = content ? null : periodOf(reason, person.timing?.schedule.email);
  if (!period) return null;
  const end: MailEnd = period === "catch_up" ? { all: true } : { digest: period };
  return { period, unsubscribe: channel === "email" ? known.link({ userId: person.id, end }) : null };
}
