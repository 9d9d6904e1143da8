import { and, asc, eq, gt, inArray } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ExternalId } from "@/lib/core/event";
import { listUsers } from "./queries/users";
import { users } from "./schema/directory";
import { events } from "./schema/events";
import { freshDatabase } from "./testing/fresh";

let here: Awaited<ReturnType<typeof freshDatabase>>;
let count = 0;

beforeAll(async () => {
  here = await freshDatabase();
});
afterAll(() => here.close());

/** What a database gives back for what it was given, written in each way that rows are written. */
async function throughEvents(data: Record<string, unknown>, at = new Date(0)) {
  const rows = ["one", "many", "changed"].map((how) => ({
    id: `evt_${how}_${count++}`,
    workspaceId: here.workspaceId,
    topic: "t",
    payload: { topic: "t", recipients: [{ user: "ada" }], origin: "ui" as const, data },
    status: "processed" as const,
    dueAt: at,
    createdAt: at,
    appId: null,
  }));
  await here.db.transact(async (tx) => {
    await tx.insert(events).values(rows[0]!);
    const { id, payload, dueAt, appId } = rows[2]!;
    const before = { payload: { ...payload, data: { before: true } }, dueAt: new Date(1), appId: null };
    await tx.insertMany(events, [rows[1]!, { ...rows[2]!, ...before }]);
    await tx.updateMany(events, [{ where: { id, status: "processed" }, set: { payload, dueAt, appId } }]);
  });
  const stored = await here.db.read
    .select()
    .from(events)
    .where(
      inArray(
        events.id,
        rows.map(({ id }) => id),
      ),
    );
  const [one, ...others] = rows.map(({ id }) => stored.find((row) => row.id === id));
  for (const other of others) expect({ ...other, id: "" }).toEqual({ ...one, id: "" });
  return one!;
}

test.each<[string, unknown]>([
  ["null", null],
  ["nothing", {}],
  ["an empty list", []],
  ["an empty text", ""],
  ["false and zero", [false, 0]],
  ["deep nesting", { a: [{ b: [[{ c: null }]] }] }],
  ["the largest whole numbers", [2 ** 53 - 1, -(2 ** 53 - 1)]],
  ["small fractions", [0.1, 1e-7, 5e-324, 1.7976931348623157e308]],
  ["quotes and backslashes", `"\\'\`$1;--`],
  ["line ends and tabs", "a\r\n\tb\u2028\u2029\u0085"],
  ["emoji, joined and with skin", "👩🏽‍🚀🏳️‍🌈"],
  ["composed and not, which stay apart", ["é", "e\u0301"]],
  ["right to left, and no width", "שלום\u202e\u200b\ufeff"],
  ["keys that look odd", { "": 1, " ": 2, "a.b": 3, constructor: 4, "1": 5, Ключ: 6 }],
  ["a number that looks like a text", ["1e5", "007", "null", "true"]],
])("F10: JSON comes back as it went in: %s", async (_, value) => {
  expect((await throughEvents({ value })).payload.data).toEqual({ value });
});

test("F10: any JSON that the edge lets in comes back equal", { timeout: 60_000 }, async () => {
  const noNul = (value: unknown) => !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(value));
  const values = fc.sample(fc.jsonValue({ stringUnit: "binary" }).filter(noNul), { numRuns: 200, seed: 1 });
  expect((await throughEvents({ values })).payload.data).toEqual({ values: JSON.parse(JSON.stringify(values)) });
});

test.each([
  "1970-01-01T00:00:00.000Z",
  "1000-01-01T00:00:00.000Z",
  "9999-12-31T23:59:59.999Z",
  "2026-10-25T01:30:00.001Z",
])("F10: the time %s comes back to the millisecond", async (text) => {
  expect((await throughEvents({}, new Date(text))).createdAt.toISOString()).toBe(text);
});

test("F10: null is null, and not an empty text", async () => {
  const row = await throughEvents({});
  expect([row.appId, row.cursor, row.leaseUntil, row.processedAt]).toEqual([null, null, null, null]);
  expect(row.claims).toBe(0);
});

const ODD_IDS =
  "a A b B z Z å Å ä ö Ö ø ß ss é e\u0301 ñ i ı İ I 1 10 2 02 - _ . ~ ! a-b a_b aa ab a:b ﬀ Ω \u2126 李 あ ア ａ \u00a0 \ud7ff".split(
    " ",
  );

test("F10: ids are sorted as JavaScript sorts them: å, ö, ß, upper and lower", async () => {
  const at = new Date(0);
  const taken = ODD_IDS.filter((id) => ExternalId.safeParse(id).success);
  expect(taken.length).toBeGreaterThan(40);
  const rows = taken.map((id, n) => ({ workspaceId: here.workspaceId, id, email: `${n}@example.com`, name: id }));
  await here.db.transact((tx) =>
    tx.insertMany(
      users,
      rows.map((row) => ({ ...row, permissions: [], createdAt: at, updatedAt: at })),
    ),
  );
  const sorted = [...taken].sort();
  const listed = await listUsers(here.db.read, here.workspaceId, "", 1000);
  expect(listed.map(({ id }) => id)).toEqual(sorted);
  // And so is what comes after a cursor, from every place.
  for (const [index, id] of sorted.entries()) {
    const after = await here.db.read
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.workspaceId, here.workspaceId), gt(users.id, id)))
      .orderBy(asc(users.id));
    expect(after.map((row) => row.id)).toEqual(sorted.slice(index + 1));
  }
});

test("F10: ids that differ in case or form alone are different people", async () => {
  const listed = await listUsers(here.db.read, here.workspaceId, "", 1000);
  expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
  for (const id of ["å", "Å", "é", "e\u0301", "ß", "ss"]) expect(listed.map((row) => row.id)).toContain(id);
});
