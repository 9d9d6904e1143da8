import type { z } from "zod";
import type { Database } from "@/db/database";
import { insertApp } from "@/db/queries/access";
import { saveCatalogue } from "@/db/queries/topics";
import { users } from "@/db/schema/directory";
import { addWorkspace, freshDatabase } from "@/db/testing/fresh";
import { CATALOGUE } from "@/lib/catalogue/catalogue";
import type { EventInput } from "@/lib/core/event";
import { EventInput as EventSchema } from "@/lib/core/event";
import { SCOPES } from "@/lib/core/scope";
import type { WorkspaceId } from "@/lib/core/workspace";
import { newId } from "@/lib/ids";
import type { Context, UserContext } from "./context";
import { putGroup, putMembers } from "./directory/put-group";
import { putUser } from "./directory/put-user";
import type { Changed } from "./events/changed";
import { closeDueWindows } from "./events/close-due-windows";
import { decideDueEvents } from "./events/decide-due-events";
import { getEvent } from "./events/get-event";
import { publishEvent } from "./events/publish-event";

/** A workspace with the catalogue and an app, and what a test does in it. Time is what the test says it is. */
export async function startWorkspace() {
  const fresh = await freshDatabase();
  const made = await inWorkspace(fresh.db, fresh.workspaceId);
  return { ...made, url: fresh.url, close: fresh.close };
}

export async function anotherWorkspace(db: Database) {
  return inWorkspace(db, await addWorkspace(db));
}

async function inWorkspace(db: Database, workspaceId: WorkspaceId) {
  let now = new Date("2026-11-21T12:00:00Z");
  let mergeWindowSeconds = 0;
  const appId = newId("app");
  await db.transact(async (tx) => {
    await saveCatalogue(tx, workspaceId, CATALOGUE);
    await insertApp(tx, { id: appId, workspaceId, name: "Fortnox", icon: null, createdAt: now });
  });
  const faults: unknown[] = [];

  function asApp(): Context {
    return { ...common(), actor: { kind: "key", id: "key_test", appId, scopes: SCOPES } };
  }
  function asUser(id: string): UserContext {
    return {
      ...common(),
      actor: { kind: "user", id, name: id, role: "member", timeZone: "UTC", sessionId: "ses_test" },
    };
  }
  function common() {
    return { workspaceId, db, now, newId, address: "127.0.0.1", wake() {}, secret: "secret-of-the-tests" };
  }
  /** All that is due, or one pass; so many people a transaction. */
  async function decide({ people, once = false }: { people?: number; once?: boolean } = {}): Promise<Changed[]> {
    const told: Changed[] = [];
    const tell = (changed: Changed[]) => void told.push(...changed);
    const options = {
      now,
      newId,
      people,
      activeWindowSeconds: 60,
      mergeWindowSeconds,
      onFault: (_: string, error: unknown) => faults.push(error),
    };
    while ((await closeDueWindows(db, options, tell)) + (await decideDueEvents(db, options, tell)) > 0 && !once);
    if (faults.length > 0) throw faults[0];
    return told;
  }
  async function publish(event: z.input<typeof EventSchema>): Promise<string> {
    const input: EventInput = EventSchema.parse(event);
    const accepted = await publishEvent.run(asApp(), input);
    if (!("id" in accepted)) throw new Error("A replay, where a new event was meant.");
    return accepted.id;
  }

  return {
    db,
    workspaceId,
    appId,
    asApp,
    asUser,
    decide,
    publish,
    /** From now on assignments wait for each other; seconds, 0 at first. */
    merge(seconds: number) {
      mergeWindowSeconds = seconds;
    },
    /** Moves the clock on; milliseconds. */
    pass(ms: number) {
      now = new Date(now.getTime() + ms);
    },
    addUser(id: string, more: Partial<z.input<typeof putUser.input>> = {}) {
      return putUser.run(asApp(), putUser.input.parse({ id, email: `${id}@example.com`, name: id, ...more }));
    },
    /** Many people at once, without their audit. */
    async addUsers(ids: readonly string[]): Promise<void> {
      await db.transact((tx) =>
        tx.insertMany(
          users,
          ids.map((id) => ({
            workspaceId,
            id,
            email: `${id}@example.com`,
            name: id,
            permissions: [],
            createdAt: now,
            updatedAt: now,
          })),
        ),
      );
    },
    async addGroup(id: string, members: { user: string; main?: boolean }[]) {
      await putGroup.run(asApp(), { id, name: id });
      await putMembers.run(asApp(), putMembers.input.parse({ id, members }));
    },
    /** Posts an event, decides it, and answers what became of it by user and channel. */
    async outcomes(event: z.input<typeof EventSchema>) {
      const id = await publish(event);
      await decide();
      const { decisions } = await getEvent.run(asApp(), { id, limit: 100, cursor: undefined });
      return new Map(
        decisions.map((one) => [one.user, Object.fromEntries(one.channels.map((c) => [c.channel, c.reason]))]),
      );
    },
  };
}
