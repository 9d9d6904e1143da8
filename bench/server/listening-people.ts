import type { Database } from "@/db/database";
import { groupMembers, groups, users } from "@/db/schema/directory";
import { startSession } from "@/lib/auth/session";
import { channelOf } from "@/lib/realtime/signal";
import type { Person } from "../load/listening";
import { cookieOf } from "./cookie-of";
import { workspaceOf } from "./workspace";

/** The people that a group's events reach: `person-0` and so on. */
export const EVERYBODY = "everybody";

/** So many people in one group, each signed in, with the channel that their tab listens to. */
export async function makeListeningPeople(db: Database, people: number): Promise<Person[]> {
  const workspaceId = await workspaceOf(db);
  const now = new Date();
  const times = { createdAt: now, updatedAt: now };
  const ids = Array.from({ length: people }, (_, n) => `person-${n}`);
  const sessions = await db.transact(async (tx) => {
    await tx.insertMany(
      users,
      ids.map((id) => ({ ...times, workspaceId, id, name: id, email: `${id}@example.com`, permissions: [] })),
    );
    await tx.insertMany(groups, [{ workspaceId, id: EVERYBODY, name: "Everybody", ...times }]);
    await tx.insertMany(
      groupMembers,
      ids.map((userId) => ({ workspaceId, groupId: EVERYBODY, userId, main: true, manager: false })),
    );
    const started: { id: string; sid: string }[] = [];
    for (const id of ids) {
      const device = { userAgent: "Bench", address: "127.0.0.1" };
      started.push({ id, sid: await startSession(tx, { workspaceId, id }, device, now) });
    }
    return started;
  });
  return Promise.all(
    sessions.map(async ({ id, sid }) => ({
      cookie: await cookieOf(id, sid),
      channel: channelOf(workspaceId, id),
    })),
  );
}
