import { expect, test, vi } from "vitest";
import type { Database } from "./database";

const db = {} as Database;

/** As another bundle has it. */
async function anotherCopy() {
  vi.resetModules();
  return (await import("./per-database")).perDatabase;
}

test("what has a name is one for all bundles of a process, the rest is each one's own", async () => {
  const [here, there] = [await anotherCopy(), await anotherCopy()];
  expect(here).not.toBe(there);
  expect(there(() => ["second"], "letters")(db)).toBe(here(() => ["first"], "letters")(db));
  expect(there(() => ["second"], "numbers")(db)).not.toBe(here(() => ["first"], "letters")(db));
  expect(there(() => ["second"])(db)).not.toBe(here(() => ["first"])(db));
});
