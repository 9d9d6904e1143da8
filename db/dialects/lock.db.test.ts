import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectProblem, serveApi } from "@/lib/http/testing";
import { DIALECT } from "../dialect";

let api: Awaited<ReturnType<typeof serveApi>>;

beforeAll(async () => {
  api = await serveApi();
  await api.addUser("ada");
});
afterAll(() => api.close());

const post = () =>
  api.call("POST", "/api/v1/events", { json: { topic: "deals.assigned", recipients: [{ user: "ada" }] } });
const put = (n: number) => api.call("PUT", `/api/v1/users/user-${n}`, { json: { email: `${n}@example.com` } });

test("F6: writes of many kinds at once all succeed", async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => (n % 2 ? post() : put(n))));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 202]));
});

if (DIALECT === "sqlite") {
  test("F6: while another process holds the lock for a second, every write waits and succeeds, and reads do not wait", async () => {
    const holder = await holdLock(1000);
    const started = performance.now();
    const writes = Array.from({ length: 20 }, (_, n) => (n % 2 ? post() : put(100 + n)));
    await api.call("GET", "/api/v1/users/ada");
    const readAfter = performance.now() - started;
    const answers = await Promise.all(writes);
    const wroteAfter = performance.now() - started;
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 202]));
    expect(wroteAfter).toBeGreaterThan(500);
    expect(readAfter).toBeLessThan(wroteAfter);
    await exited(holder);
  });

  test("F6: a lock beyond five seconds is a 503 for all who wait, none twice as late, and all is well after", {
    timeout: 40_000,
  }, async () => {
    const holder = await holdLock(9000);
    const started = performance.now();
    const late: number[] = [];
    const writes = Array.from({ length: 10 }, async (_, n) => {
      const answer = await (n % 2 ? post() : put(200 + n));
      late.push(performance.now() - started);
      return answer;
    });
    for (const answer of await Promise.all(writes)) {
      expectProblem(answer, 503);
      expect(answer.headers.get("retry-after")).toBe("5");
    }
    expect(Math.min(...late)).toBeGreaterThan(4900);
    expect(Math.max(...late)).toBeLessThan(8500);
    await exited(holder);
    expect((await post()).status).toBe(202);
    expect((await put(200)).status).toBe(200);
  });
}

/** Another process that holds the write lock for so many milliseconds from when this resolves. */
async function holdLock(ms: number): Promise<ChildProcess> {
  const script = `
    const db = new (require("better-sqlite3"))(process.argv[1]);
    db.exec("BEGIN IMMEDIATE");
    console.log("held");
    setTimeout(() => { db.exec("COMMIT"); db.close(); }, ${ms});
  `;
  const child = spawn(process.execPath, ["-e", script, api.url.replace("file:", "")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

async function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode === null) await once(child, "exit");
  expect(child.exitCode).toBe(0);
}
