import type { Database } from "@/db/database";
import { auditEntries } from "@/db/schema/access";
import { deliveries } from "@/db/schema/deliveries";
import { users } from "@/db/schema/directory";
import { decisions, events } from "@/db/schema/events";
import type { WorkspaceId } from "@/lib/core/workspace";
import { newId } from "@/lib/ids";

const PEOPLE = 100_000;
/** Rows a transaction. */
const PORTION = 10_000;
const TOPICS = ["orders.changed", "deals.assigned", "tickets.assigned", "exports.ready"];
/** One in so many failed. */
const FAILED = 1000;
/** Of one event in so many the busiest person heard too. */
const OVERHEARD = 100;
export const BUSIEST = "person-7";

/**
 * Of each `total`, a second apart, the last one now: events with their decisions, deliveries and audit entries; and 100,000
 * people.
 */
export async function makeAdminMillion(db: Database, workspaceId: WorkspaceId, total: number): Promise<void> {
  const start = Date.now() - total * 1000;
  for (let from = 0; from < PEOPLE; from += PORTION) {
    await db.transact((tx) =>
      tx.insertMany(
        users,
        rows(from, PORTION, (n) => personOf(workspaceId, n)),
      ),
    );
  }
  for (let from = 0; from < total; from += PORTION) {
    await db.transact(async (tx) => {
      const ids = rows(from, PORTION, () => newId("evt"));
      const at = (n: number) => new Date(start + n * 1000);
      await tx.insertMany(
        events,
        ids.map((id, n) => eventOf(workspaceId, id, from + n, at(from + n))),
      );
      await tx.insertMany(
        decisions,
        ids.flatMap((id, n) => decisionsOf(workspaceId, id, from + n, at(from + n))),
      );
      await tx.insertMany(
        deliveries,
        ids.map((id, n) => deliveryOf(workspaceId, id, from + n, at(from + n))),
      );
      await tx.insertMany(
        auditEntries,
        rows(from, PORTION, (n) => entryOf(workspaceId, n + 1, at(n))),
      );
    });
  }
}

function rows<T>(from: number, count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, n) => make(from + n));
}

function personOf(workspaceId: WorkspaceId, n: number) {
  const [id, name, email] = [`person-${n}`, `Person ${n}`, `person-${n}@example.com`];
  const at = new Date();
  const searchText = `${name} ${email} ${id}`.toLowerCase();
  return { workspaceId, id, name, email, searchText, permissions: [], createdAt: at, updatedAt: at };
}

function eventOf(workspaceId: WorkspaceId, id: string, n: number, at: Date): typeof events.$inferInsert {
  const topic = topicOf(n);
  const subject = { type: "order", id: `order-${n}`, title: "Nordhagen Logistics: cold storage", url: "/orders/1" };
  const payload = { topic, origin: "api" as const, recipients: [{ user: `person-${n % PEOPLE}` }], subject };
  return { id, workspaceId, topic, payload, status: "processed", dueAt: at, createdAt: at, processedAt: at };
}

function decisionsOf(
  workspaceId: WorkspaceId,
  eventId: string,
  n: number,
  at: Date,
): (typeof decisions.$inferInsert)[] {
  const channels = [{ channel: "bell", outcome: "sent", reason: "delivered", source: "catalogue" }] as const;
  const told = new Set([`person-${n % PEOPLE}`, ...(n % OVERHEARD === 0 ? [BUSIEST] : [])]);
  return [...told].map((userId) => ({ workspaceId, eventId, userId, notificationId: newId("ntf"), channels, at }));
}

function deliveryOf(workspaceId: WorkspaceId, eventId: string, n: number, at: Date): typeof deliveries.$inferInsert {
  const id = newId("dlv");
  const ended =
    n % FAILED === 0
      ? ({ state: "failed", reason: "provider_rejected", detail: "450 Mailbox busy" } as const)
      : ({ state: "sent", reason: "delivered" } as const);
  return {
    id,
    key: id,
    workspaceId,
    eventId,
    notificationId: newId("ntf"),
    userId: `person-${n % PEOPLE}`,
    topic: topicOf(n),
    channel: "email",
    lane: "email",
    attempts: 1,
    claims: 1,
    ...ended,
    dueAt: at,
    createdAt: at,
    endedAt: at,
  };
}

function entryOf(workspaceId: WorkspaceId, number: number, at: Date) {
  const action = number % FAILED === 0 ? "user.erase" : "user.update";
  const told = { workspaceId, number, actor: "user:person-1", action, target: `person-${number % PEOPLE}` };
  return { ...told, before: null, after: { name: "Ada" }, address: "127.0.0.1", at, previousHash: "", hash: "" };
}

function topicOf(n: number): string {
  // Of the last, one in a thousand.
  return n % FAILED === 1 ? TOPICS[3]! : TOPICS[n % 3]!;
}
