import { eq, inArray } from "drizzle-orm";
import type { Database } from "@/db/database";
import { insertConnection } from "@/db/queries/connections";
import { type DeliveryRow, insertDeliveries } from "@/db/queries/deliveries";
import { findNotifications } from "@/db/queries/notifications";
import { attempts, deliveries } from "@/db/schema/deliveries";
import { userTopicPreferences } from "@/db/schema/preferences";
import type { Message, OutsideChannel } from "@/lib/channels/channel";
import { exampleChannel } from "@/lib/channels/content.fixture";
import type { Channel, Medium } from "@/lib/core/channel";
import { laneOf } from "@/lib/core/lane";
import type { SendResult } from "@/lib/core/send-result";
import { newId } from "@/lib/ids";
import { getEvent } from "../events/get-event";
import type { anotherWorkspace } from "../testing";
import { type Delivering, LEASE } from "./call";
import { deliverDue } from "./deliver-due";

type Workspace = Awaited<ReturnType<typeof anotherWorkspace>>;

const SECRET = `whsec_${Buffer.alloc(32, 1).toString("base64")}`;

/** A mail provider of a test's own making, keyed for a day, which needs no network: what it was sent, and what it answers. */
export function mailProvider() {
  const mailed: { key: string; to: string[] }[] = [];
  const provider = {
    mailed,
    answer: (messages: readonly Message[]): SendResult[] => messages.map(() => ({ outcome: "sent" })),
  };
  const channel = exampleChannel(async ({ messages, key }) => {
    mailed.push({ key, to: messages.map(({ destination }) => destination) });
    return provider.answer(messages);
  });
  return Object.assign(provider, { channel });
}

/** What a claim is asked with by a process that has nothing in hand. */
export const IDLE = { room: 64, kept: 0, orphans: 0, rescues: true, seen: new Map() };

/** What a test does with deliveries. The clock is the workspace's, so that pauses are moved, not slept. */
export function deliveringIn(here: Workspace, channels: OutsideChannel[], more: Partial<Delivering> = {}) {
  const given: Delivering = {
    db: here.db,
    channels: new Map(channels.map((one) => [one.channel, one])),
    now: () => here.asApp().now,
    chance: () => 0.5,
    newId,
    secret: here.asApp().secret,
    dailyCap: 1000,
    lease: LEASE,
    patience: 1000,
    ...more,
  };
  return {
    given,
    /** As another process would have it. */
    elsewhere: (db: Database): Delivering => ({ ...given, db }),
    /** Passes until nothing is due. */
    async deliver(with_: Delivering = given): Promise<void> {
      while ((await deliverDue(with_)) > 0);
    },
    /** A destination of the person's, as it is kept. */
    async connect(channel: Channel, config: Record<string, unknown>, userId = "ada"): Promise<string> {
      const id = newId("con");
      const { workspaceId } = here;
      const createdAt = here.asApp().now;
      await here.db.transact((tx) =>
        insertConnection(tx, { id, workspaceId, userId, channel, label: "mine", config, createdAt }),
      );
      return id;
    },
    addWebhook(url: string, userId = "ada"): Promise<string> {
      return this.connect("webhook", { url, secrets: [SECRET] }, userId);
    },
    /** The person wants this topic on this medium. */
    async want(userId: string, medium: Medium, enabled = true, topic = "deals.stage_changed"): Promise<void> {
      const key = { workspaceId: here.workspaceId, userId, topic, medium };
      const set = { enabled, updatedAt: here.asApp().now };
      const target = Object.keys(key).map((name) => userTopicPreferences[name as keyof typeof key]);
      await here.db.transact(async (tx) => {
        await tx
          .insert(userTopicPreferences)
          .values({ ...key, ...set })
          .onConflictDoUpdate({ target, set });
      });
    },
    /** Deliveries of notifications that are there, due now, by each of the ways given; most were queued by deciding. */
    async queue(
      ways: readonly { channel: Channel; connectionId?: string | null; notificationId: string }[],
    ): Promise<string[]> {
      const { workspaceId } = here;
      const now = here.asApp().now;
      const found = await findNotifications(
        here.db.read,
        workspaceId,
        ways.map((way) => way.notificationId),
      );
      const queued = await here.db.read.select().from(deliveries).where(eq(deliveries.workspaceId, workspaceId));
      const decided = new Map(queued.map((row) => [`${row.notificationId} ${row.lane}`, row.id]));
      const rows = ways.map(({ channel, connectionId = null, notificationId }) => {
        const { userId, eventId, topic } = found.get(notificationId)!;
        const id = decided.get(`${notificationId} ${laneOf(channel, connectionId)}`) ?? newId("dlv");
        return {
          id,
          workspaceId,
          userId,
          eventId,
          notificationId,
          topic,
          channel,
          connectionId,
          key: id,
          lane: laneOf(channel, connectionId),
          state: "pending" as const,
          reason: "queued" as const,
          dueAt: now,
          createdAt: now,
        };
      });
      const there = new Set(decided.values());
      const missing = rows.filter(({ id }) => !there.has(id));
      await here.db.transact((tx) => insertDeliveries(tx, missing));
      return rows.map(({ id }) => id);
    },
    /** Notifications of `count` events for one person each. */
    async notify(count: number, user: (n: number) => string = () => "ada"): Promise<string[]> {
      const ids: string[] = [];
      const events = Array.from({ length: count }, (_, n) => ({
        topic: "deals.stage_changed",
        recipients: [{ user: user(n), as: "owner" }],
      }));
      await Promise.all(events.map((event) => here.publish(event)));
      for (const one of await here.decide()) ids.push(...one.notificationIds);
      return ids.sort();
    },
    async rows(ids?: readonly string[]): Promise<DeliveryRow[]> {
      const all = here.db.read.select().from(deliveries);
      const rows = await (ids ? all.where(inArray(deliveries.id, [...ids])) : all);
      return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    /** One mail that waits for Ada. */
    async oneMail() {
      await this.want("ada", "email");
      const [notificationId = ""] = await this.notify(1);
      const [id = ""] = await this.queue([{ channel: "email", notificationId }]);
      return { id, notificationId, row: async () => (await this.rows([id]))[0]! };
    },
    /** What the first decision on an event says of one channel. */
    async decisionOf(eventId: string, channel: Channel = "email") {
      const event = await getEvent.run(here.asApp(), { id: eventId, limit: 10, cursor: undefined });
      return event.decisions[0]?.channels.find((one) => one.channel === channel);
    },
    attempts: () => here.db.read.select().from(attempts),
  };
}
