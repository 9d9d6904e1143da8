import { afterAll, beforeAll, expect, test } from "vitest";
import { insertIdempotencyKeys } from "@/db/queries/idempotency";
import { idempotencyKeys, sessions } from "@/db/schema/access";
import { startWorkspace } from "../testing";
import { purgeExpired } from "./purge-expired";

const now = new Date("2026-11-21T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

let here: Awaited<ReturnType<typeof startWorkspace>>;

beforeAll(async () => {
  here = await startWorkspace();
  await here.addUser("ada");
});
afterAll(() => here.close());

test("removes keys of more than a day ago, however many, and keeps the others (C3)", async () => {
  const { db, workspaceId } = here;
  const keyOf = (index: number, createdAt: Date) => ({
    workspaceId,
    route: "POST /api/v1/events",
    key: `key-${index}`,
    fingerprint: "",
    status: 202,
    response: "{}",
    createdAt,
  });
  const old = Array.from({ length: 2001 }, (_, index) => keyOf(index, daysAgo(1.01)));
  await db.transact((tx) => insertIdempotencyKeys(tx, [...old, keyOf(9999, daysAgo(0.99))]));
  await purgeExpired(db, now);
  const kept = await db.read.select({ key: idempotencyKeys.key }).from(idempotencyKeys);
  expect(kept).toEqual([{ key: "key-9999" }]);
});

test("forgets a session a month after it ended or ran out", async () => {
  const { db, workspaceId } = here;
  const rowOf = (id: string, expiresAt: Date, endedAt: Date | null) => ({
    id,
    workspaceId,
    userId: "ada",
    userAgent: "",
    address: "",
    createdAt: daysAgo(70),
    seenAt: daysAgo(70),
    expiresAt,
    endedAt,
  });
  const rows = [
    rowOf("ran out", daysAgo(31), null),
    rowOf("ended", daysAgo(-1), daysAgo(31)),
    rowOf("ended lately", daysAgo(-1), daysAgo(29)),
    rowOf("live", daysAgo(-1), null),
  ];
  await db.transact((tx) => tx.insertMany(sessions, rows));
  await purgeExpired(db, now);
  const kept = await db.read.select({ id: sessions.id }).from(sessions);
  expect(kept.map(({ id }) => id).sort()).toEqual(["ended lately", "live"]);
});
