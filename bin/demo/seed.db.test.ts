import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listApps } from "@/db/queries/access";
import { countUnread, listNotifications } from "@/db/queries/feed";
import { countSuperAdmins, findUser, listUsers } from "@/db/queries/users";
import { events } from "@/db/schema/events";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/db/seed/accounts";
import { APPS } from "@/db/seed/apps";
import { historyBefore } from "@/db/seed/history";
import type { Told } from "@/db/seed/teller";
import { freshDatabase } from "@/db/testing/fresh";
import { verifyPassword } from "@/lib/auth/password";
import type { WorkspaceId } from "@/lib/core/workspace";
import { getBroadcast, listBroadcasts } from "@/lib/usecases/broadcasts/read-broadcasts";
import { listGroups } from "@/lib/usecases/directory/read-groups";
import { demoKeys } from "./keys";
import { demoContext, makeCompany, seed } from "./seed";

const start = new Date("2026-11-22T03:30:00Z");
const slice = sliceOf(historyBefore(start));
let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let company: WorkspaceId;

beforeAll(async () => {
  fresh = await freshDatabase();
  company = await makeCompany(fresh.db, start, slice);
});
afterAll(() => fresh.close());

test("has people, groups and apps, and two who run it", async () => {
  const ctx = demoContext(fresh.db, company, start);
  expect((await listUsers(fresh.db.read, company, "", 100)).length).toBeGreaterThanOrEqual(40);
  expect((await listGroups.run(ctx, { limit: 100, cursor: undefined })).data.length).toBeGreaterThanOrEqual(6);
  expect(await listApps(fresh.db.read, company)).toHaveLength(Object.keys(APPS).length);
  expect(await countSuperAdmins(fresh.db.read, company)).toBe(2);
});

test("decides every event, and shows the bells of the demo's accounts something new at any hour", async () => {
  // What waits is the broadcast that is scheduled.
  const waiting = (await fresh.db.read.select().from(events)).filter(({ status }) => status !== "processed");
  expect(waiting).toMatchObject([{ status: "scheduled" }]);
  expect(waiting[0]!.dueAt.getTime()).toBeGreaterThan(start.getTime() + 86_400_000);
  for (const { id } of DEMO_ACCOUNTS) {
    expect(await countUnread(fresh.db.read, company, id, { now: start }), id).toBeGreaterThanOrEqual(3);
  }
});

test("shows an app at work at 62 %, one that failed, and a file to download", async () => {
  const [apps, downloads] = await Promise.all(
    (["apps", "downloads"] as const).map((feed) =>
      listNotifications(fresh.db.read, company, "ingrid", { now: start, feed, bellOnly: true, limit: 50 }),
    ),
  );
  expect(apps).toContainEqual(expect.objectContaining({ status: "running", progress: 0.62 }));
  expect(apps).toContainEqual(expect.objectContaining({ status: "failure" }));
  expect(downloads).toContainEqual(
    expect.objectContaining({ status: "success", fileUrl: expect.stringMatching(/^https:/) }),
  );
});

test("has a broadcast that some acknowledged, for the demo's accounts to do the same, and one that is scheduled", async () => {
  const ctx = demoContext(fresh.db, company, start);
  const { data } = await listBroadcasts.run(ctx, { limit: 10, cursor: undefined });
  expect(data.map(({ status }) => status)).toEqual(["scheduled", "sent"]);
  const { notified, acknowledged, sender } = await getBroadcast.run(ctx, { id: data[1]!.id });
  expect(sender).toBe("Tomasz Wiśniewski");
  expect(notified).toBeGreaterThanOrEqual(40);
  expect(acknowledged).toBeGreaterThanOrEqual(10);
  expect(acknowledged).toBeLessThan(notified - 4);
});

test("lets the demo's accounts sign in with the password that it prints", async () => {
  for (const { id } of DEMO_ACCOUNTS) {
    const user = await findUser(fresh.db.read, company, id);
    expect(await verifyPassword(user?.passwordHash, DEMO_PASSWORD), id).toBe(true);
  }
});

test("leaves a database that has a workspace as it is", async () => {
  expect(await seed(fresh.db, start, () => {})).toMatchObject({ events: 0 });
});

test("gives the same keys at each start, kept for nobody else's eyes", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "belfry-demo-"));
  const file = path.join(folder, "demo-keys.json");
  const ctx = demoContext(fresh.db, company, start);
  const keys = await demoKeys(ctx, file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await demoKeys(ctx, file)).toEqual(keys);
  expect(Object.keys(keys).sort()).toEqual(["curl", ...Object.keys(APPS)].sort());
  rmSync(folder, { recursive: true });
});

/** The last hours, and one event of each topic from the weeks before. */
function sliceOf(history: readonly Told[]): Told[] {
  const seen = new Set<string>();
  return history.filter(({ at, event }) => {
    const isNew = !seen.has(event.topic);
    seen.add(event.topic);
    return isNew || at.getTime() > start.getTime() - 6 * 3_600_000;
  });
}
