import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/database";
import { events } from "@/db/schema/events";
import { deleteUser } from "../directory/delete-user";
import { purgeExpired } from "../housekeeping/purge-expired";
import { anotherWorkspace } from "../testing";
import { moveExports } from "./move-exports";
import { readTransfers } from "./read-transfers";
import { saveLargeExport } from "./save-large-export";
import { startExport } from "./start-export";
import { startImport } from "./start-import";
import { startTransfers } from "./testing";

let here: Awaited<ReturnType<typeof startTransfers>>;

beforeAll(async () => {
  here = await startTransfers();
});
afterAll(() => here.close());

test("writes a file for its creator only, without what a spreadsheet would run, that can be read in again (R61)", async () => {
  await here.addUser("f1", { name: "=HYPERLINK(1)", email: "f1@example.com" });
  await here.addUser("f2", {
    name: 'Ek, "Bo"\nJr',
    email: "f2@example.com",
    permissions: ["a.b", "c.d"],
    active: false,
  });
  const { id } = await startExport.run(here.as("boss"), { search: "f" });
  await here.moveAll();
  const [mine] = (await readTransfers.run(here.as("boss"), {})).exports;
  const text = await here.fileOf(id);
  expect(mine).toMatchObject({ id, state: "ready", bytes: Buffer.byteLength(text) });
  const lines = text.split("\r\n");
  expect(lines[0]).toBe("id,email,name,role,time_zone,locale,permissions,active");
  expect(lines).toContain("f1,f1@example.com,'=HYPERLINK(1),member,,,,yes");
  expect(lines).toContain('f2,f2@example.com,"Ek, ""Bo""\nJr",member,,,"a.b,c.d",no');
  expect(lines.at(-1)).toBe("");
  expect(await here.told("boss", "exports.ready")).toMatchObject([
    { status: "success", file_url: `/admin/import-export/exports/${id}/file` },
  ]);
  expect(await here.told("other", "exports.ready")).toEqual([]);
  await expect(here.fileOf(id, here.as("other"))).rejects.toMatchObject({ code: "not_found" });
  const elsewhere = await anotherWorkspace(here.db);
  const foreign = { ...here.as("boss"), workspaceId: elsewhere.workspaceId };
  await expect(here.fileOf(id, foreign)).rejects.toMatchObject({ code: "not_found" });

  const again = await here.upload(text);
  expect(await here.viewOf(again)).toMatchObject({ rows: mine?.rows, faulty: 0, fresh: 0 });
  await startImport.run(here.as("boss"), { id: again });
  await here.moveAll();
  expect(await here.viewOf(again)).toMatchObject({ state: "done", created: 0, updated: 0, refused: 0 });

  here.pass(7 * 86_400_000);
  await expect(here.fileOf(id)).rejects.toMatchObject({ code: "not_found" });
  await purgeExpired(here.db, here.asApp().now);
  expect((await readTransfers.run(here.as("boss"), {})).exports).toMatchObject([{ id, state: "gone" }]);
});

test("writes everybody once though it is killed, and starts again when somebody is erased meanwhile (S28)", async () => {
  await here.addUsers(Array.from({ length: 1500 }, (_, at) => `m${String(at).padStart(4, "0")}`));
  await here.addUser("canary", { name: "Canary", email: "canary@example.com" });
  const ready = (await startExport.run(here.as("boss"), {})).id;
  await here.moveAll();
  expect(await here.fileOf(ready)).toContain("Canary");
  const { id } = await startExport.run(here.as("boss"), {});
  await moveExports(here.moving());
  await deleteUser.run(here.asApp(), { id: "canary" });
  const { db } = here;
  const failing: Database = { ...db, transact: () => Promise.reject(new Error("killed")) };
  await expect(moveExports(here.moving(failing))).rejects.toThrow("killed");
  await here.moveAll();
  const ids = (await here.fileOf(id)).split("\r\n").map((line) => line.split(",")[0]);
  expect(ids.filter((one) => one?.startsWith("m"))).toHaveLength(1500);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).not.toContain("canary");
  await expect(here.fileOf(ready)).rejects.toMatchObject({ code: "not_found" });
  const gone = (await readTransfers.run(here.as("boss"), {})).exports.find((one) => one.id === ready);
  expect(gone).toMatchObject({ state: "gone", fault: "Somebody in this file was erased. Make it again." });
});

test("reports an export to the other super admins above the number of rows that is set (R82)", async () => {
  for (let at = 0; at < 10; at++) await here.addUser(`large${at}`);
  const reported = async () => {
    await startExport.run(here.as("boss"), { search: "large" });
    await here.moveAll();
    const { rows = 0 } = (await readTransfers.run(here.as("boss"), {})).exports[0] ?? {};
    const all = await here.db.read.select().from(events);
    return { rows, large: all.filter(({ topic }) => topic === "exports.large") };
  };
  const before = (await reported()).large.length;
  await saveLargeExport.run(here.as("boss"), { rows: 9 });
  const { rows, large } = await reported();
  expect(rows).toBe(10);
  expect(large).toHaveLength(before + 1);
  expect(large.at(-1)?.payload).toMatchObject({
    recipients: [{ user: "other" }],
    actor: { user: "boss" },
    data: { rows },
  });
  await saveLargeExport.run(here.as("boss"), { rows: 10 });
  expect((await reported()).large).toHaveLength(before + 1);
  await saveLargeExport.run(here.as("boss"), { rows: null });
  expect((await reported()).large).toHaveLength(before + 1);
  expect((await here.acts("settings.exports")).map(({ after }) => after)).toEqual([
    { rows: 9 },
    { rows: 10 },
    { rows: null },
  ]);
});
