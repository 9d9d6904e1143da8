import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/database";
import { DIALECT } from "@/db/dialect";
import { listAuditEntries } from "@/db/queries/audit";
import { findUser } from "@/db/queries/users";
import { events } from "@/db/schema/events";
import { importRows } from "@/db/schema/transfers";
import { newId } from "@/lib/ids";
import type { UserContext } from "../context";
import { deleteUser } from "../directory/delete-user";
import { purgeExpired } from "../housekeeping/purge-expired";
import { listNotifications } from "../inbox/list-notifications";
import { savePerson } from "../people/save-person";
import { anotherWorkspace, startWorkspace } from "../testing";
import { checkImport } from "./check-import";
import { downloadExport } from "./download-export";
import { moveExports } from "./move-exports";
import { moveImports } from "./move-imports";
import { listImportFaults, readImport, readTransfers } from "./read-transfers";
import { saveLargeExport } from "./save-large-export";
import { startExport } from "./start-export";
import { discardImport, startImport, stopImport } from "./start-import";

let here: Awaited<ReturnType<typeof startWorkspace>>;

beforeAll(async () => {
  here = await startWorkspace();
  await here.addUser("boss", { name: "Barbara Liskov", role: "super_admin" });
  await here.addUser("other", { name: "Other", role: "super_admin" });
  await here.addUser("ada", { name: "Ada", email: "ada@example.com" });
});
afterAll(() => here.close());

function as(id: string): UserContext {
  const ctx = here.asUser(id);
  return { ...ctx, actor: { ...ctx.actor, role: "super_admin" } };
}
const moving = (db: Database = here.db) => ({ db, now: here.asApp().now, newId, secret: "secret", tell() {} });
const moveAll = async () => {
  while (await moveImports(moving()));
  while (await moveExports(moving()));
};
const upload = async (text: string, fileName = "people.csv") =>
  (await checkImport.run(as("boss"), { fileName, text })).id;
const viewOf = (id: string) => readImport.run(as("boss"), { id });
const faultsOf = async (id: string) =>
  (await listImportFaults.run(as("boss"), listImportFaults.input.parse({ id }))).rows.map(({ row, faults }) => [
    row,
    ...faults.map(({ column, detail }) => `${column}: ${detail}`),
  ]);
const acts = async (action: string) =>
  (await listAuditEntries(here.db.read, here.workspaceId)).filter((entry) => entry.action === action);
const told = async (user: string, topic: string) => {
  await here.decide();
  const input = listNotifications.input.parse({ user, tab: "downloads" });
  const { data } = await listNotifications.run(here.asApp(), input);
  return data.filter((one) => one.topic === topic);
};
const fileOf = async (id: string, who = as("boss")) => {
  let text = "";
  for await (const part of (await downloadExport.run(who, { id })).parts) text += part;
  return text;
};

test("says of each row what is wrong and how to mend it, before anybody is changed", async () => {
  const id = await upload(
    [
      "id,email,name,role,active",
      "new1,NEW1@example.com,New One,member,yes",
      "new2,nobody,New Two,king,perhaps",
      ",x@example.com,No Id,,",
      "new3,,No Address,,",
      "new1,again@example.com,Again,,",
      "new4,new1@example.com,Same Address,,",
      "new5,ada@example.com,Taken,,",
      "ada,,Ada Lovelace,,",
      "new6,six@example.com,Lovelace, Ada,,no",
    ].join("\n"),
  );
  expect(await viewOf(id)).toMatchObject({ state: "checked", rows: 9, faulty: 7, fresh: 1, done: 0 });
  expect(await faultsOf(id)).toEqual([
    [
      3,
      "email: Use an email address, such as ada@example.com.",
      "role: Use member, admin or super_admin.",
      "active: Use yes or no.",
    ],
    [4, "id: Give an id of 1 to 128 characters, without emoji."],
    [5, "email: This person is new: give an email address."],
    [6, "id: Row 2 has the same. Keep one of them."],
    [7, "email: Row 2 has the same. Keep one of them."],
    [8, "email: Another person has this address already: use one that nobody else has."],
    [10, expect.stringContaining("This row has 6 cells")],
  ]);
  expect(await findUser(here.db.read, here.workspaceId, "new1")).toBeUndefined();
  expect(await moveImports(moving())).toBe(false);
  await discardImport.run(as("boss"), { id });
  await expect(viewOf(id)).rejects.toMatchObject({ code: "not_found" });
  expect(await here.db.read.select().from(importRows)).toEqual([]);
});

test.each([
  ["", "no rows below"],
  ["id,email\n", "no rows below"],
  ["id,phone\nu,1", "“phone” is none of them"],
  ['id,name\nu1,"Ada', "never closed"],
])("refuses a file with what is wrong: %#", async (text, words) => {
  await expect(upload(text)).rejects.toMatchObject({ code: "unprocessable", detail: expect.stringContaining(words) });
  expect((await readTransfers.run(as("boss"), {})).imports).toEqual([]);
});

// It reads all of them first, which takes seconds; nothing of it is the database's.
test.runIf(DIALECT === "sqlite")("refuses a file of too many rows, and keeps nothing of it", async () => {
  const text = `id,name\n${"u,1\n".repeat(50_001)}`;
  await expect(upload(text)).rejects.toMatchObject({ detail: expect.stringContaining("more than 50,000 rows") });
  expect(await here.db.read.select().from(importRows)).toEqual([]);
});

test("brings in each row once, whatever is killed, by two workers at once, and tells its creator only (R62)", async () => {
  const people = Array.from({ length: 250 }, (_, at) => `p${at},p${at}@example.com,Person ${at},`);
  const id = await upload(["id,email,name,role", ...people, "ada,,Ada King,", "bad,,,"].join("\r\n"), "crew.csv");
  await startImport.run(as("boss"), { id });
  await startImport.run(as("boss"), { id });
  const { db } = here;
  const killed: Database = {
    ...db,
    transact: (work) =>
      db.transact(async (tx) => {
        await work(tx);
        throw new Error("killed");
      }),
  };
  const progress: number[] = [];
  for (let round = 0; (await viewOf(id)).state === "running"; round++) {
    if (round === 1) await expect(moveImports(moving(killed))).rejects.toThrow("killed");
    else await Promise.all([moveImports(moving()), moveImports(moving())]);
    progress.push((await viewOf(id)).done);
  }
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  expect(await viewOf(id)).toMatchObject({ state: "done", done: 251, created: 250, updated: 1, refused: 0, faulty: 1 });
  const created = (await acts("user.create")).map(({ target, actor }) => `${actor} ${target}`);
  expect(created.filter((one) => one.startsWith("user:boss p"))).toHaveLength(250);
  expect(new Set(created).size).toBe(created.length);
  expect(await acts("import.end")).toHaveLength(1);
  expect(await told("boss", "imports.finished")).toMatchObject([
    { title: "Your import crew.csv finished", status: "success", url: `/admin/import-export/imports/${id}` },
  ]);
  expect(await told("other", "imports.finished")).toEqual([]);
  await expect(readImport.run(as("other"), { id })).rejects.toMatchObject({ code: "not_found" });
  // Of what was brought in, nothing is kept twice; of what stayed out, only why.
  expect((await db.read.select().from(importRows)).map(({ number, cells }) => [number, cells])).toEqual([[253, null]]);
});

test("says of a row why it could not be brought in after all, and goes on", async () => {
  const id = await upload("id,email,active\nq1,q1@example.com,\nboss,,no\nother,,no\nq2,q2@example.com,");
  await here.addUser("thief", { email: "q1@example.com" });
  await startImport.run(as("boss"), { id });
  await moveAll();
  expect(await viewOf(id)).toMatchObject({ state: "done", done: 4, created: 1, updated: 1, refused: 2 });
  expect(await faultsOf(id)).toEqual([
    [2, "email: Use an address that nobody else has."],
    [4, "null: This is the only super admin. Make somebody else one first."],
  ]);
  await here.addUser("boss", { active: true });
});

test("stops once whoever started it may no longer do this (S3)", async () => {
  const id = await upload("id,email\nz1,z1@example.com");
  await startImport.run(as("boss"), { id });
  await savePerson.run(as("other"), { id: "boss", role: "member" });
  await moveAll();
  expect(await findUser(here.db.read, here.workspaceId, "z1")).toBeUndefined();
  await here.addUser("boss", { role: "super_admin" });
  expect(await viewOf(id)).toMatchObject({ state: "failed", fault: "Whoever started it may no longer do this." });
});

test("is stopped on its way by its maker alone: what was brought in stays, and the rest is forgotten", async () => {
  const lines = Array.from({ length: 150 }, (_, at) => `stop${at},stop${at}@example.com,Stop ${at}`);
  const id = await upload(["id,email,name", "nobody,,Nobody", ...lines].join("\n"));
  await expect(stopImport.run(as("boss"), { id })).rejects.toMatchObject({ code: "conflict" });
  await startImport.run(as("boss"), { id });
  await moveImports(moving());
  await expect(stopImport.run(as("other"), { id })).rejects.toMatchObject({ code: "not_found" });
  await stopImport.run(as("boss"), { id });
  await expect(stopImport.run(as("boss"), { id })).rejects.toMatchObject({ code: "conflict" });
  await moveAll();
  expect(await viewOf(id)).toMatchObject({ state: "stopped", rows: 151, faulty: 1, done: 100, created: 100 });
  expect((await acts("import.stop")).at(-1)).toMatchObject({ target: id, after: { created: 100, left: 50 } });
  const kept = await here.db.read.select().from(importRows).where(eq(importRows.importId, id));
  expect(kept.map(({ number, userId }) => [number, userId])).toEqual([[2, null]]);
  const there = ["stop0", "stop99", "stop100"].map((user) => findUser(here.db.read, here.workspaceId, user));
  expect((await Promise.all(there)).map((user) => user !== undefined)).toEqual([true, true, false]);
  // The same file again goes on from there.
  const again = await upload(["id,email,name", ...lines].join("\n"));
  expect(await viewOf(again)).toMatchObject({ rows: 150, fresh: 50 });
  await discardImport.run(as("boss"), { id: again });
});

test("gives up a job that cannot be moved, and says so", async () => {
  const id = await upload("id,email\ny1,y1@example.com");
  await startImport.run(as("boss"), { id });
  const { db } = here;
  let calls = 0;
  // Every first transaction of a pass fails, the one that notes it does not.
  const broken: Database = {
    ...db,
    transact: (work) => (calls++ % 2 === 0 ? Promise.reject(new Error("broken")) : db.transact(work)),
  };
  for (let round = 0; round < 5; round++) await expect(moveImports(moving(broken))).rejects.toThrow("broken");
  expect(await moveImports(moving())).toBe(false);
  expect(await viewOf(id)).toMatchObject({
    state: "failed",
    done: 0,
    fault: expect.stringContaining("could not go on"),
  });
});

test("writes a file for its creator only, without what a spreadsheet would run, that can be read in again (R61)", async () => {
  await here.addUser("f1", { name: "=HYPERLINK(1)", email: "f1@example.com" });
  await here.addUser("f2", {
    name: 'Ek, "Bo"\nJr',
    email: "f2@example.com",
    permissions: ["a.b", "c.d"],
    active: false,
  });
  const { id } = await startExport.run(as("boss"), { search: "f" });
  await moveAll();
  const [mine] = (await readTransfers.run(as("boss"), {})).exports;
  const text = await fileOf(id);
  expect(mine).toMatchObject({ id, state: "ready", bytes: Buffer.byteLength(text) });
  const lines = text.split("\r\n");
  expect(lines[0]).toBe("id,email,name,role,time_zone,locale,permissions,active");
  expect(lines).toContain("f1,f1@example.com,'=HYPERLINK(1),member,,,,yes");
  expect(lines).toContain('f2,f2@example.com,"Ek, ""Bo""\nJr",member,,,"a.b,c.d",no');
  expect(lines.at(-1)).toBe("");
  expect(await told("boss", "exports.ready")).toMatchObject([
    { status: "success", file_url: `/admin/import-export/exports/${id}/file` },
  ]);
  expect(await told("other", "exports.ready")).toEqual([]);
  await expect(fileOf(id, as("other"))).rejects.toMatchObject({ code: "not_found" });
  const elsewhere = await anotherWorkspace(here.db);
  const foreign = { ...as("boss"), workspaceId: elsewhere.workspaceId };
  await expect(fileOf(id, foreign)).rejects.toMatchObject({ code: "not_found" });

  const again = await upload(text);
  expect(await viewOf(again)).toMatchObject({ rows: mine?.rows, faulty: 0, fresh: 0 });
  await startImport.run(as("boss"), { id: again });
  await moveAll();
  expect(await viewOf(again)).toMatchObject({ state: "done", created: 0, updated: 0, refused: 0 });

  here.pass(7 * 86_400_000);
  await expect(fileOf(id)).rejects.toMatchObject({ code: "not_found" });
  await purgeExpired(here.db, here.asApp().now);
  expect((await readTransfers.run(as("boss"), {})).exports).toMatchObject([{ id, state: "gone" }]);
});

test("writes everybody once though it is killed, and starts again when somebody is erased meanwhile (S28)", async () => {
  await here.addUsers(Array.from({ length: 1500 }, (_, at) => `m${String(at).padStart(4, "0")}`));
  await here.addUser("canary", { name: "Canary", email: "canary@example.com" });
  const ready = (await startExport.run(as("boss"), {})).id;
  await moveAll();
  expect(await fileOf(ready)).toContain("Canary");
  const { id } = await startExport.run(as("boss"), {});
  await moveExports(moving());
  await deleteUser.run(here.asApp(), { id: "canary" });
  const { db } = here;
  const failing: Database = { ...db, transact: () => Promise.reject(new Error("killed")) };
  await expect(moveExports(moving(failing))).rejects.toThrow("killed");
  await moveAll();
  const ids = (await fileOf(id)).split("\r\n").map((line) => line.split(",")[0]);
  expect(ids.filter((one) => one?.startsWith("m"))).toHaveLength(1500);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).not.toContain("canary");
  await expect(fileOf(ready)).rejects.toMatchObject({ code: "not_found" });
  const gone = (await readTransfers.run(as("boss"), {})).exports.find((one) => one.id === ready);
  expect(gone).toMatchObject({ state: "gone", fault: "Somebody in this file was erased. Make it again." });
});

test("reports an export to the other super admins above the number of rows that is set (R82)", async () => {
  for (let at = 0; at < 10; at++) await here.addUser(`large${at}`);
  const reported = async () => {
    await startExport.run(as("boss"), { search: "large" });
    await moveAll();
    const { rows = 0 } = (await readTransfers.run(as("boss"), {})).exports[0] ?? {};
    const all = await here.db.read.select().from(events);
    return { rows, large: all.filter(({ topic }) => topic === "exports.large") };
  };
  const before = (await reported()).large.length;
  await saveLargeExport.run(as("boss"), { rows: 9 });
  const { rows, large } = await reported();
  expect(rows).toBe(10);
  expect(large).toHaveLength(before + 1);
  expect(large.at(-1)?.payload).toMatchObject({
    recipients: [{ user: "other" }],
    actor: { user: "boss" },
    data: { rows },
  });
  await saveLargeExport.run(as("boss"), { rows: 10 });
  expect((await reported()).large).toHaveLength(before + 1);
  await saveLargeExport.run(as("boss"), { rows: null });
  expect((await reported()).large).toHaveLength(before + 1);
  expect((await acts("settings.exports")).map(({ after }) => after)).toEqual([
    { rows: 9 },
    { rows: 10 },
    { rows: null },
  ]);
});

test("is there for super admins only (S3)", () => {
  const useCases = [
    checkImport,
    startImport,
    stopImport,
    discardImport,
    readTransfers,
    readImport,
    listImportFaults,
    startExport,
  ];
  for (const role of ["member", "admin"] as const) {
    const ctx = { ...as("boss"), actor: { ...as("boss").actor, role } };
    for (const { may } of [...useCases, downloadExport, saveLargeExport]) {
      expect(() => may(ctx, {} as never)).toThrow(expect.objectContaining({ code: "not_found" }));
    }
  }
});
