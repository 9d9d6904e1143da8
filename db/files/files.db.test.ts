import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { findEvent } from "@/db/queries/events";
import { startWorkspace } from "@/lib/usecases/testing";
import { openDatabase } from "../client";
import { DIALECT } from "../dialect";
import { backUp } from "./back-up";
import { restore } from "./restore";
import { faultOf } from "./sqlite-file";

const here = await startWorkspace();
const folder = mkdtempSync(path.join(tmpdir(), "belfry-files-"));
afterAll(async () => {
  await here.close();
  rmSync(folder, { recursive: true });
});

const post = () => here.publish({ topic: "deals.mentioned", recipients: [{ user: "ada" }] });
const isThere = async (id: string, db = here.db) => (await findEvent(db.read, here.workspaceId, id)) !== undefined;
const now = new Date("2026-11-21T12:00:00Z");

describe.runIf(DIALECT === "sqlite")("on a file", () => {
  const backup = path.join(folder, "backup.db");

  test("F8: a backup under load is sound, and holds all that was accepted before it began", async () => {
    await here.addUser("ada");
    const before: string[] = [];
    for (let n = 0; n < 50; n++) before.push(await post());
    let posting = true;
    const load = (async () => {
      while (posting) await post();
    })();
    const bytes = await backUp(here.url, backup);
    posting = false;
    await load;
    expect(bytes).toBeGreaterThan(0);
    expect(faultOf(backup)).toBeNull();
    const copy = await openDatabase(`file:${backup}`);
    for (const id of before) expect(await isThere(id, copy)).toBe(true);
    await copy.close();
    expect(existsSync(`${backup}.partial`)).toBe(false);
  });

  test("a backup overwrites nothing", async () => {
    await expect(backUp(here.url, backup)).rejects.toThrow("overwrites nothing");
  });

  test("F8: what is restored is there for connections that were open all the while, and the former rows are kept", async () => {
    const later = await post();
    const kept = await restore(here.url, backup, now);
    expect(await isThere(later)).toBe(false);
    const fresh = await post();
    expect(await isThere(fresh)).toBe(true);
    const former = await openDatabase(`file:${kept}`);
    expect(await isThere(later, former)).toBe(true);
    await former.close();
    rmSync(kept!);
  });

  test("restores over a damaged file, which is moved away, and refuses what is no backup", async () => {
    const file = path.join(folder, "damaged.db");
    writeFileSync(file, "not a database, but long enough to look like one".repeat(100));
    const kept = await restore(`file:${file}`, backup, now);
    expect(faultOf(file)).toBeNull();
    await expect(restore(here.url, kept!, now)).rejects.toThrow("cannot be restored");
    await expect(restore(here.url, path.join(folder, "none"), now)).rejects.toThrow("no file");
    expect(faultOf(path.join(folder, "damaged.db"))).toBeNull();
  });
});

test("on PostgreSQL says which tools to use instead", async () => {
  const target = path.join(folder, "other.db");
  await expect(backUp("postgres://localhost/belfry", target)).rejects.toThrow("pg_dump");
  await expect(restore("postgres://localhost/belfry", target, now)).rejects.toThrow("pg_restore");
});
