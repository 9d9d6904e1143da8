import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/database";
import { DIALECT } from "@/db/dialect";
import { findUser } from "@/db/queries/users";
import { importRows } from "@/db/schema/transfers";
import { savePerson } from "../people/save-person";
import { checkImport } from "./check-import";
import { downloadExport } from "./download-export";
import { moveImports } from "./move-imports";
import { listImportFaults, readImport, readTransfers } from "./read-transfers";
import { saveLargeExport } from "./save-large-export";
import { startExport } from "./start-export";
import { discardImport, startImport, stopImport } from "./start-import";
import { startTransfers } from "./testing";

let here: Awaited<ReturnType<typeof startTransfers>>;

beforeAll(async () => {
  here = await startTransfers();
});
afterAll(() => here.close());

test("says of each row what is wrong and how to mend it, before anybody is changed", async () => {
  const id = await here.upload(
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
  expect(await here.viewOf(id)).toMatchObject({ state: "checked", rows: 9, faulty: 7, fresh: 1, done: 0 });
  expect(await here.faultsOf(id)).toEqual([
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
  expect(await moveImports(here.moving())).toBe(false);
  await discardImport.run(here.as("boss"), { id });
  await expect(here.viewOf(id)).rejects.toMatchObject({ code: "not_found" });
  expect(await here.db.read.select().from(importRows)).toEqual([]);
});

test.each([
  ["", "no rows below"],
  ["id,email\n", "no rows below"],
  ["id,phone\nu,1", "“phone” is none of them"],
  ['id,name\nu1,"Ada', "never closed"],
])("refuses a file with what is wrong: %#", async (text, words) => {
  await expect(here.upload(text)).rejects.toMatchObject({
    code: "unprocessable",
    detail: expect.stringContaining(words),
  });
  expect((await readTransfers.run(here.as("boss"), {})).imports).toEqual([]);
});

// It reads all of them first, which takes seconds; nothing of it is the database's.
test.runIf(DIALECT === "sqlite")("refuses a file of too many rows, and keeps nothing of it", async () => {
  const text = `id,name\n${"u,1\n".repeat(50_001)}`;
  await expect(here.upload(text)).rejects.toMatchObject({ detail: expect.stringContaining("more than 50,000 rows") });
  expect(await here.db.read.select().from(importRows)).toEqual([]);
});

test("brings in each row once, whatever is killed, by two workers at once, and tells its creator only (R62)", async () => {
  const people = Array.from({ length: 250 }, (_, at) => `p${at},p${at}@example.com,Person ${at},`);
  const id = await here.upload(["id,email,name,role", ...people, "ada,,Ada King,", "bad,,,"].join("\r\n"), "crew.csv");
  await startImport.run(here.as("boss"), { id });
  await startImport.run(here.as("boss"), { id });
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
  for (let round = 0; (await here.viewOf(id)).state === "running"; round++) {
    if (round === 1) await expect(moveImports(here.moving(killed))).rejects.toThrow("killed");
    else await Promise.all([moveImports(here.moving()), moveImports(here.moving())]);
    progress.push((await here.viewOf(id)).done);
  }
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  expect(await here.viewOf(id)).toMatchObject({
    state: "done",
    done: 251,
    created: 250,
    updated: 1,
    refused: 0,
    faulty: 1,
  });
  const created = (await here.acts("user.create")).map(({ target, actor }) => `${actor} ${target}`);
  expect(created.filter((one) => one.startsWith("user:boss p"))).toHaveLength(250);
  expect(new Set(created).size).toBe(created.length);
  expect(await here.acts("import.end")).toHaveLength(1);
  expect(await here.told("boss", "imports.finished")).toMatchObject([
    { title: "Your import crew.csv finished", status: "success", url: `/admin/import-export/imports/${id}` },
  ]);
  expect(await here.told("other", "imports.finished")).toEqual([]);
  await expect(readImport.run(here.as("other"), { id })).rejects.toMatchObject({ code: "not_found" });
  // Of what was brought in, nothing is kept twice; of what stayed out, only why.
  expect((await db.read.select().from(importRows)).map(({ number, cells }) => [number, cells])).toEqual([[253, null]]);
});

test("says of a row why it could not be brought in after all, and goes on", async () => {
  const id = await here.upload("id,email,active\nq1,q1@example.com,\nboss,,no\nother,,no\nq2,q2@example.com,");
  await here.addUser("thief", { email: "q1@example.com" });
  await startImport.run(here.as("boss"), { id });
  await here.moveAll();
  expect(await here.viewOf(id)).toMatchObject({ state: "done", done: 4, created: 1, updated: 1, refused: 2 });
  expect(await here.faultsOf(id)).toEqual([
    [2, "email: Use an address that nobody else has."],
    [4, "null: This is the only super admin. Make somebody else one first."],
  ]);
  await here.addUser("boss", { active: true });
});

test("stops once whoever started it may no longer do this (S3)", async () => {
  const id = await here.upload("id,email\nz1,z1@example.com");
  await startImport.run(here.as("boss"), { id });
  await savePerson.run(here.as("other"), { id: "boss", role: "member" });
  await here.moveAll();
  expect(await findUser(here.db.read, here.workspaceId, "z1")).toBeUndefined();
  await here.addUser("boss", { role: "super_admin" });
  expect(await here.viewOf(id)).toMatchObject({ state: "failed", fault: "Whoever started it may no longer do this." });
});

test("is stopped on its way by its maker alone: what was brought in stays, and the rest is forgotten", async () => {
  const lines = Array.from({ length: 150 }, (_, at) => `stop${at},stop${at}@example.com,Stop ${at}`);
  const id = await here.upload(["id,email,name", "nobody,,Nobody", ...lines].join("\n"));
  await expect(stopImport.run(here.as("boss"), { id })).rejects.toMatchObject({ code: "conflict" });
  await startImport.run(here.as("boss"), { id });
  await moveImports(here.moving());
  await expect(stopImport.run(here.as("other"), { id })).rejects.toMatchObject({ code: "not_found" });
  await stopImport.run(here.as("boss"), { id });
  await expect(stopImport.run(here.as("boss"), { id })).rejects.toMatchObject({ code: "conflict" });
  await here.moveAll();
  expect(await here.viewOf(id)).toMatchObject({ state: "stopped", rows: 151, faulty: 1, done: 100, created: 100 });
  expect((await here.acts("import.stop")).at(-1)).toMatchObject({ target: id, after: { created: 100, left: 50 } });
  const kept = await here.db.read.select().from(importRows).where(eq(importRows.importId, id));
  expect(kept.map(({ number, userId }) => [number, userId])).toEqual([[2, null]]);
  const there = ["stop0", "stop99", "stop100"].map((user) => findUser(here.db.read, here.workspaceId, user));
  expect((await Promise.all(there)).map((user) => user !== undefined)).toEqual([true, true, false]);
  // The same file again goes on from there.
  const again = await here.upload(["id,email,name", ...lines].join("\n"));
  expect(await here.viewOf(again)).toMatchObject({ rows: 150, fresh: 50 });
  await discardImport.run(here.as("boss"), { id: again });
});

test("gives up a job that cannot be moved, and says so", async () => {
  const id = await here.upload("id,email\ny1,y1@example.com");
  await startImport.run(here.as("boss"), { id });
  const { db } = here;
  let calls = 0;
  // Every first transaction of a pass fails, the one that notes it does not.
  const broken: Database = {
    ...db,
    transact: (work) => (calls++ % 2 === 0 ? Promise.reject(new Error("broken")) : db.transact(work)),
  };
  for (let round = 0; round < 5; round++) await expect(moveImports(here.moving(broken))).rejects.toThrow("broken");
  expect(await moveImports(here.moving())).toBe(false);
  expect(await here.viewOf(id)).toMatchObject({
    state: "failed",
    done: 0,
    fault: expect.stringContaining("could not go on"),
  });
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
    const ctx = { ...here.as("boss"), actor: { ...here.as("boss").actor, role } };
    for (const { may } of [...useCases, downloadExport, saveLargeExport]) {
      expect(() => may(ctx, {} as never)).toThrow(expect.objectContaining({ code: "not_found" }));
    }
  }
});
