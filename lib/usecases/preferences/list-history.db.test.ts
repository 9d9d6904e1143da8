import { afterAll, beforeAll, expect, test } from "vitest";
import { decisions, events } from "@/db/schema/events";
import { newId } from "@/lib/ids";
import { putUser } from "../directory/put-user";
import { recordActivity } from "../inbox/record-activity";
import { startWorkspace } from "../testing";
import { changeMyPreferences } from "./change-my-preferences";
import { listHistory } from "./list-history";

let here: Awaited<ReturnType<typeof startWorkspace>>;

beforeAll(async () => {
  here = await startWorkspace();
});
afterAll(() => here.close());

type Event = Parameters<typeof here.publish>[0];
type Query = Partial<Parameters<typeof listHistory.run>[1]>;

/** Somebody, what is posted to them, and their history. */
async function person(id: string, more: Parameters<typeof here.addUser>[1] = {}) {
  await here.addUser(id, more);
  const post = async (title: string, event: Partial<Event> = {}) => {
    const subject = { type: "deal", id: title, title };
    await here.publish({ topic: "deals.assigned", recipients: [{ user: id, as: "assignee" }], subject, ...event });
    await here.decide();
    here.pass(1000);
  };
  const history = (query: Query = {}) => listHistory.run(here.asUser(id), listHistory.input.parse(query));
  const titles = async (query: Query = {}) => (await history(query)).rows.map(({ title }) => title);
  return { post, history, titles };
}

test("tells newest first what came, what did not, and which setting would change it (R93, U17)", async () => {
  const { post, history } = await person("ada");
  await post("ACME");
  const off = { topics: { "deals.assigned": { desktop: { enabled: false } } } };
  await changeMyPreferences.run(here.asUser("ada"), changeMyPreferences.input.parse(off));
  await post("Northwind");
  const { rows, nextCursor } = await history();
  expect(nextCursor).toBeNull();
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({ topicName: "Deal assigned to you", section: "Deals", reached: false });
  expect(rows[0]!.lines).toContainEqual(
    expect.objectContaining({
      sentence: "“Deal assigned to you” is off for desktop by your own choice.",
      setting: expect.objectContaining({ address: "/settings/notifications/desktop?topic=deals.assigned" }),
    }),
  );
  expect(rows[1]).toMatchObject({ reached: true });
  expect(rows[1]!.lines[0]).toMatchObject({ outcome: "sent", labels: ["Bell"] });
});

test("tells of what stopped before it became a notification, by its topic and record", async () => {
  const { post, history } = await person("grace");
  await post("ACME", { actor: { user: "grace" } });
  expect((await history()).rows[0]).toMatchObject({
    title: "Deal assigned to you: ACME",
    url: null,
    reached: false,
    lines: [expect.objectContaining({ sentence: "Nothing was sent: you did this yourself." })],
  });
});

test("tells nothing of what the person may not see, whatever stopped it (S1)", async () => {
  const { post, titles } = await person("eve");
  await here.addGroup("board", [{ user: "ada" }]);
  const secret = { visible_to: { groups: ["board"] } };
  await post("Stopped by access", secret);
  await post("Stopped earlier", { ...secret, recipients: [{ user: "eve", as: "watcher" }] });
  await post("Not for members", { topic: "payments.failed", recipients: [{ user: "eve" }] });
  expect(await titles()).toEqual([]);
  await here.addGroup("board", [{ user: "eve" }]);
  expect(await titles()).toEqual(["Deal assigned to you: Stopped earlier"]);
});

test("forgets a topic with the role that it needs, and remembers it when that returns (R58)", async () => {
  const { post, titles } = await person("sam", { role: "super_admin" });
  await post("Invoice 7", { topic: "payments.failed", recipients: [{ user: "sam" }] });
  const seen = await titles();
  expect(seen).toHaveLength(1);
  const setRole = (role: "member" | "super_admin") =>
    putUser.run(here.asApp(), putUser.input.parse({ id: "sam", email: "sam@example.com", name: "sam", role }));
  await setRole("member");
  expect(await titles()).toEqual([]);
  await setRole("super_admin");
  expect(await titles()).toEqual(seen);
});

test("asks by what came, channel, topic, section and reason", async () => {
  const { post, titles } = await person("filter");
  await post("Deal");
  await post("Own", { actor: { user: "filter" } });
  await post("Ticket", { topic: "tickets.assigned" });
  await recordActivity.run(here.asUser("filter"), {});
  await post("Popped up");
  const about = (wanted: string[]) => expect.arrayContaining(wanted.map((one) => expect.stringContaining(one)));
  const expectTitles = async (query: Query, wanted: string[]) => {
    const got = await titles(query);
    expect(got).toHaveLength(wanted.length);
    expect(got).toEqual(about(wanted));
  };
  await expectTitles({}, ["Popped up", "Ticket", "Own", "Deal"]);
  await expectTitles({ show: "missed" }, ["Own"]);
  await expectTitles({ show: "reached" }, ["Popped up", "Ticket", "Deal"]);
  await expectTitles({ show: "reached", channel: "popup" }, ["Popped up"]);
  await expectTitles({ about: "tickets" }, ["Ticket"]);
  await expectTitles({ about: "deals.assigned" }, ["Popped up", "Own", "Deal"]);
  await expectTitles({ reason: "not_in_app" }, ["Ticket", "Deal"]);
  await expectTitles({ reason: "own_action", channel: "bell" }, ["Own"]);
});

test("pages through everything once, while more arrives, also under a filter", async () => {
  const { post, history } = await person("reader");
  for (let index = 0; index < 7; index++) await post(`Deal ${index}`, index % 2 ? { actor: { user: "reader" } } : {});
  for (const [query, count] of [
    [{}, 7],
    [{ show: "missed" }, 3],
  ] as const) {
    const met: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await history({ ...query, limit: 2, cursor });
      met.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
      await post("Newer");
    } while (cursor);
    expect(new Set(met).size).toBe(met.length);
    expect(met).toHaveLength(count);
  }
});

test("is another person's to nobody, nor is their cursor", async () => {
  const one = await person("one");
  const two = await person("two");
  for (const title of ["A", "B", "C"]) await one.post(title);
  expect(await two.titles()).toEqual([]);
  const { nextCursor } = await one.history({ limit: 1 });
  await expect(two.history({ cursor: nextCursor! })).rejects.toMatchObject({ code: "bad_request" });
  await expect(one.history({ cursor: nextCursor!, show: "missed" })).rejects.toMatchObject({ code: "bad_request" });
});

test("answers soon among 20,000 decisions, also where a filter finds nothing", async () => {
  const { history } = await person("veteran");
  const { workspaceId, db } = here;
  const at = here.asApp().now;
  const channels = [{ channel: "bell", outcome: "sent", reason: "delivered", source: "catalogue" }] as const;
  for (let portion = 0; portion < 4; portion++) {
    const made = Array.from({ length: 5000 }, (_, index) => ({ id: newId("evt"), at: new Date(at.getTime() + index) }));
    await db.transact(async (tx) => {
      await tx.insertMany(
        events,
        made.map(({ id }) => ({
          id,
          workspaceId,
          topic: "deals.assigned",
          payload: { topic: "deals.assigned", recipients: [{ user: "veteran" }], origin: "ui" as const },
          status: "processed" as const,
          dueAt: at,
          createdAt: at,
        })),
      );
      await tx.insertMany(
        decisions,
        made.map(({ id, at }) => ({ workspaceId, eventId: id, userId: "veteran", channels, at })),
      );
    });
  }
  const first = await timed(() => history());
  const rare = await timed(() => history({ show: "missed" }));
  expect(first.answer.rows).toHaveLength(50);
  expect(rare.answer).toMatchObject({ rows: [], nextCursor: expect.any(String) });
  expect(first.ms).toBeLessThan(300);
  expect(rare.ms).toBeLessThan(1000);
}, 60_000);

async function timed<T>(work: () => Promise<T>) {
  await work();
  const began = performance.now();
  const answer = await work();
  return { answer, ms: performance.now() - began };
}
