import type { Database } from "@/db/database";
import { insertApp } from "@/db/queries/access";
import { groupMembers, groups, users } from "@/db/schema/directory";
import { BroadcastInput } from "@/lib/core/broadcast-input";
import { EventInput } from "@/lib/core/event";
import { newId } from "@/lib/ids";
import { createBroadcast } from "@/lib/usecases/broadcasts/create-broadcast";
import type { Context } from "@/lib/usecases/context";
import { publishBatch } from "@/lib/usecases/events/publish-batch";
import { contextIn } from "./context";
import { sampleEvent } from "./sample-event";
import { makeWorkspace } from "./workspace";

/** One event for a group of so many people, waiting to be decided. */
export async function publishToGroup(db: Database, people: number): Promise<void> {
  const ctx = await makeAudience(db, people);
  await publish(ctx, [{ ...sampleEvent(0), recipients: [{ group: "everybody", as: "owner" }] }]);
}

/** So many events, each for another person. */
export async function publishToEach(db: Database, people: number): Promise<void> {
  const ctx = await makeAudience(db, people);
  await publish(
    ctx,
    Array.from({ length: people }, (_, person) => sampleEvent(person)),
  );
}

/** One message to everyone, waiting to be decided. */
export async function broadcastToAll(ctx: Context): Promise<void> {
  const words = { title: "The office is closed on Thursday", body: "The electricians come: work from home." };
  await createBroadcast.run(ctx, BroadcastInput.parse({ ...words, groups: "everyone" }));
}

async function publish(ctx: Context, events: ReturnType<typeof sampleEvent>[]): Promise<void> {
  await publishBatch.run(ctx, { events: events.map((event) => EventInput.parse(event)) });
}

/** A workspace with an app, and people who are all in one group. */
export async function makeAudience(db: Database, people: number): Promise<Context> {
  const now = new Date();
  const appId = newId("app");
  const ids = Array.from({ length: people }, (_, n) => `person-${n}`);
  const workspaceId = await db.transact(async (tx) => {
    const workspaceId = await makeWorkspace(tx, now);
    await insertApp(tx, { id: appId, workspaceId, name: "Bench", icon: null, createdAt: now });
    const common = { workspaceId, permissions: [], createdAt: now, updatedAt: now };
    await tx.insertMany(
      users,
      ids.map((id) => ({ ...common, id, name: id, email: `${id}@example.com` })),
    );
    await tx.insertMany(groups, [{ workspaceId, id: "everybody", name: "Everybody", createdAt: now, updatedAt: now }]);
    await tx.insertMany(
      groupMembers,
      ids.map((userId) => ({ workspaceId, groupId: "everybody", userId, main: false, manager: false })),
    );
    return workspaceId;
  });
  return {
    ...contextIn(db, workspaceId, now),
    actor: { kind: "key", id: "key_bench", appId, scopes: ["events:write", "broadcasts:write"] },
  };
}
