import type Sqlite from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectProblem, serveApi } from "@/lib/http/testing";
import { openDatabase } from "../client";
import { DIALECT } from "../dialect";
import { findEvent } from "../queries/events";
import { watchConnections } from "./testing";

let connections: Sqlite.Database[];
let api: Awaited<ReturnType<typeof serveApi>>;

beforeAll(async () => {
  connections = DIALECT === "sqlite" ? watchConnections() : [];
  api = await serveApi();
  await api.addUser("ada");
});
afterAll(() => api.close());

const json = { topic: "deals.assigned", recipients: [{ user: "ada", as: "assignee" }] };
const post = (data?: object) => api.call("POST", "/api/v1/events", { json: { ...json, data } });
const posted = async () => (await api.call("GET", "/api/v1/users/ada/notifications?limit=100")).body.data.length;

test("F2: what was answered with 202 is there for another process at once", async () => {
  const { status, body } = await post();
  expect(status).toBe(202);
  const other = await openDatabase(api.url);
  expect(await findEvent(other.read, api.workspaceId, body.id)).toMatchObject({ id: body.id });
  await other.close();
});

if (DIALECT === "sqlite") {
  test("F2: every connection syncs each commit in full, in WAL, with foreign keys, also after writing", async () => {
    await post();
    await api.decide();
    const other = await openDatabase(api.url);
    await other.transact(async () => {});
    // Two of the server, two of the other process's: a reader and a writer each.
    const open = connections.filter((one) => one.open);
    expect(open).toHaveLength(4);
    for (const connection of open) {
      const asked = ["synchronous", "journal_mode", "foreign_keys"].map((name) =>
        connection.pragma(name, { simple: true }),
      );
      expect(asked).toEqual([2, "wal", 1]);
    }
    await other.close();
  });

  test("F5: a full disk is a 503 that says when to come back; reading goes on; room again is enough", async () => {
    const before = await posted();
    const [writer] = connections.filter((one) => one.open);
    const pages = writer!.pragma("page_count", { simple: true });
    writer!.pragma(`max_page_count = ${pages}`);
    const answers = [];
    for (let n = 0; n < 20; n++) answers.push(await post({ blob: "x".repeat(50_000) }));
    const refused = answers.filter(({ status }) => status !== 202);
    expect(refused.length).toBeGreaterThan(10);
    for (const answer of refused) {
      expectProblem(answer, 503);
      expect(answer.headers.get("retry-after")).toBe("5");
    }
    const permissions = Array(200).fill("p".repeat(120));
    expectProblem(await api.call("PUT", "/api/v1/users/bo", { json: { email: "bo@example.com", permissions } }), 503);
    expect((await api.call("GET", "/api/v1/users/ada")).status).toBe(200);
    expect(await posted()).toBe(before);

    writer!.pragma("max_page_count = 1073741823");
    const taken = answers.filter(({ status }) => status === 202).length;
    expect((await post()).status).toBe(202);
    await api.decide();
    expect(await posted()).toBe(before + taken + 1);
    expect(writer!.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(writer!.pragma("foreign_key_check")).toEqual([]);
  });

  test("F5: 50 posts at once on a full disk are all refused, and none is half there", async () => {
    const [writer] = connections.filter((one) => one.open);
    const count = () => writer!.prepare("select count(*) as n from events").get();
    const before = count();
    writer!.pragma(`max_page_count = ${writer!.pragma("page_count", { simple: true })}`);
    const answers = await Promise.all(Array.from({ length: 50 }, () => post({ blob: "x".repeat(50_000) })));
    for (const answer of answers) expectProblem(answer, 503);
    expect(count()).toEqual(before);
    writer!.pragma("max_page_count = 1073741823");
    expect((await post()).status).toBe(202);
  });

  test("binding a limit compiles nothing anew: it costs about as much as one that is written out", () => {
    const [connection] = connections.filter((one) => one.open);
    const bound = connection!.prepare("select id from events where topic = ? order by due_at limit ?");
    const written = connection!.prepare("select id from events where topic = ? order by due_at limit 5");
    const fastest = (ask: () => void) => Math.min(...Array.from({ length: 20 }, () => timed(ask)));
    expect(fastest(() => bound.all("none", 5)) / fastest(() => written.all("none"))).toBeLessThan(2);
  });
}

/** Milliseconds for two hundred times. */
function timed(work: () => void): number {
  const start = performance.now();
  for (let n = 0; n < 200; n++) work();
  return performance.now() - start;
}
