import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DIALECT } from "./dialect";
import { users, workspaces } from "./schema/directory";
import { freshDatabase } from "./testing/fresh";

let here: Awaited<ReturnType<typeof freshDatabase>>;

beforeAll(async () => {
  here = await freshDatabase();
});
afterAll(() => here.close());

const named = (id: string) => ({ ...person(id), id });
function person(id: string) {
  const at = new Date(0);
  const { workspaceId } = here;
  return { workspaceId, email: `${id}@example.com`, name: id, permissions: [], createdAt: at, updatedAt: at };
}
const idsNow = async () => (await here.db.read.select({ id: users.id }).from(users)).map(({ id }) => id);

test("a transaction in a transaction throws at once, instead of waiting for itself for ever", async () => {
  const nested = here.db.transact(() => here.db.transact(async () => {}));
  await expect(nested).rejects.toThrow("A transaction is open already");
  await here.db.transact((tx) => tx.insert(users).values(named("after-nested")));
});

test("work that was not awaited throws once its transaction has ended, and writes nothing", async () => {
  let late: Promise<unknown> = Promise.resolve();
  await here.db.transact(async (tx) => {
    late = new Promise((resolve) => setTimeout(resolve, 20)).then(() => tx.insert(users).values(named("late")));
    late.catch(() => {});
  });
  await expect(late).rejects.toThrow("This transaction has ended");
  expect(await idsNow()).not.toContain("late");
});

test("a transaction that fails leaves nothing, whatever it did before", async () => {
  const before = await idsNow();
  const failing = here.db.transact(async (tx) => {
    await tx.insert(users).values(named("half"));
    await tx.insertMany(users, [named("half-2"), named("half-3")]);
    await tx.update(workspaces).set({ name: "Half" }).where(eq(workspaces.id, here.workspaceId));
    throw new Error("stop");
  });
  await expect(failing).rejects.toThrow("stop");
  expect(await idsNow()).toEqual(before);
  const [workspace] = await here.db.read.select().from(workspaces);
  expect(workspace?.name).toBe("Test");
});

test("a failed statement undoes the rows before it", async () => {
  const before = await idsNow();
  const twice = here.db.transact((tx) => tx.insertMany(users, [named("twice"), named("twice")]));
  await expect(twice).rejects.toThrow();
  const orphan = here.db.transact((tx) =>
    tx.insert(users).values({ ...named("orphan"), workspaceId: "wsp_none" as typeof here.workspaceId }),
  );
  await expect(orphan).rejects.toThrow();
  expect(await idsNow()).toEqual(before);
});

test("nobody outside sees a transaction before it ends", async () => {
  await here.db.transact(async (tx) => {
    await tx.insert(users).values(named("unseen"));
    expect((await tx.select().from(users)).map(({ id }) => id)).toContain("unseen");
    expect(await idsNow()).not.toContain("unseen");
  });
  expect(await idsNow()).toContain("unseen");
});

test("50 transactions at once each run whole, and each is seen by the next", async () => {
  await here.db.transact((tx) => tx.insert(workspaces).values({ ...counter(0) }));
  await Promise.all(
    Array.from({ length: 50 }, () =>
      here.db.transact(async (tx) => {
        // Locks the row on PostgreSQL; SQLite has one writer at a time.
        await tx
          .update(workspaces)
          .set({ timeZone: "UTC" })
          .where(eq(workspaces.id, counter(0).id));
        const [row] = await tx
          .select()
          .from(workspaces)
          .where(eq(workspaces.id, counter(0).id));
        await tx
          .update(workspaces)
          .set({ name: String(Number(row?.name) + 1) })
          .where(eq(workspaces.id, counter(0).id));
      }),
    ),
  );
  const [row] = await here.db.read
    .select()
    .from(workspaces)
    .where(eq(workspaces.id, counter(0).id));
  expect(row?.name).toBe("50");
});

test("one that fails does not stop those that wait behind it", async () => {
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, (_, n) =>
      here.db.transact(async (tx) => {
        await tx.insert(users).values(named(`turn-${n}`));
        if (n % 2) throw new Error("stop");
      }),
    ),
  );
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  expect((await idsNow()).filter((id) => id.startsWith("turn-"))).toHaveLength(5);
});

test("many rows are changed each in its own way, and only those that are still as they were said to be", async () => {
  const count = 1203;
  const ids = Array.from({ length: count }, (_, n) => `changed-${n}`);
  await here.db.transact((tx) =>
    tx.insertMany(
      users,
      ids.map((id, n) => ({ ...named(id), timeZone: n % 3 ? "UTC" : null })),
    ),
  );
  const changes = ids.map((id, n) => ({
    where: n % 3 ? { id, timeZone: "UTC" } : { id, timeZone: "Europe/Oslo" },
    set: n % 2 ? { name: `${n}`, permissions: ["a"], timeZone: null } : { name: `${n}`, updatedAt: new Date(n) },
  }));
  const done = await here.db.transact((tx) => tx.updateMany(users, changes));
  expect(done).toEqual(ids.map((_, n) => n % 3 > 0));
  const rows = await here.db.read.select().from(users);
  const expected = ids.map((id, n) => {
    const was = { ...named(id), timeZone: n % 3 ? "UTC" : null };
    return done[n] ? { ...was, ...changes[n]!.set } : was;
  });
  for (const row of expected) expect(rows.find(({ id }) => id === row.id)).toMatchObject(row);
  expect(await here.db.transact((tx) => tx.updateMany(users, []))).toEqual([]);
});

if (DIALECT === "postgres") {
  test("of two transactions that wait for each other, the one that is given up runs again, and both are done", async () => {
    const { db } = here;
    await db.transact((tx) => tx.insertMany(users, [named("ring-1"), named("ring-2")]));
    let runs = 0;
    let met = () => {};
    const bothHoldOne = new Promise<void>((resolve) => {
      met = resolve;
    });
    const rename = (first: string, second: string) =>
      db.transact(async (tx) => {
        const name = `after ${first}`;
        await tx.update(users).set({ name }).where(eq(users.id, first));
        if (++runs === 2) met();
        await bothHoldOne;
        await tx.update(users).set({ name }).where(eq(users.id, second));
      });
    await Promise.all([rename("ring-1", "ring-2"), rename("ring-2", "ring-1")]);
    expect(runs).toBe(3);
    const rows = await db.read.select().from(users);
    expect(new Set(rows.filter(({ id }) => id.startsWith("ring-")).map(({ name }) => name)).size).toBe(1);
  });
}

function counter(n: number) {
  return { id: "wsp_counter" as typeof here.workspaceId, name: String(n), createdAt: new Date(0) };
}
