import { setTimeout as wait } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { RANKS } from "@/lib/core/rank";
import type { WorkspaceId } from "@/lib/core/workspace";
import { DIALECT } from "./dialect";
import { findEvents, listDeliveries, listDeliveriesOf, listEvents, listQueuedEvents } from "./queries/activity";
import { listAuditBefore } from "./queries/audit";
import { countMembers, countReached } from "./queries/broadcast-people";
import { findBroadcastWords } from "./queries/broadcasts";
import { countDeadLetters } from "./queries/dead-letters";
import { findMergedRecords, listDecisionsOf } from "./queries/decisions";
import { findWaiting } from "./queries/deliveries";
import { dueInLane, lanesWithWork, turnsWithWork } from "./queries/due-deliveries";
import { claimDueEvents } from "./queries/due-events";
import { findWaitingEvents } from "./queries/erasure";
import { findPayloads, listEventsOfApp } from "./queries/events";
import { countUnread, listNotifications } from "./queries/feed";
import { claimTogether, dueTogether, endGathered } from "./queries/gathering";
import { claimDueSnoozes, findInboxRows, listInboxRows, listInboxTexts, listLatestTraits } from "./queries/inbox";
import { isWindowDue } from "./queries/merging";
import { markAllRead, setNotificationState } from "./queries/notification-state";
import { findNotifications, rewriteNotifications } from "./queries/notifications";
import { listPeople } from "./queries/people";
import { findUserIdsByEmail } from "./queries/users";
import { freshDatabase } from "./testing/fresh";

let here: Awaited<ReturnType<typeof freshDatabase>>;
let asked: string[] = [];
let explain: (statement: string) => Promise<string>;

beforeAll(async () => {
  if (DIALECT === "postgres") await watchPostgres();
  else watchSqlite();
  here = await freshDatabase();
});
afterAll(() => here.close());

const now = new Date();
const workspace = "wsp_1" as WorkspaceId;
const TURN = { rank: RANKS.usual, workspaceId: workspace, alone: true, together: true };
const place = { at: now, id: "evt_9" };
const SENT = { state: "sent", reason: "delivered", detail: null, endedAt: now } as const;
const EVERYBODY = { words: [] };
const INBOX = { now, show: "unread", limit: 51 } as const;
const FILTERED = {
  ...INBOX,
  topics: ["deals.assigned"],
  appId: "app_1",
  person: "grace",
  record: { type: "deal", id: "42" },
  before: "pos_9",
};

/** The plans of the statements that `work` really sends. */
async function plansOf(work: () => Promise<unknown>): Promise<string> {
  asked = [];
  await work();
  await wait(0);
  const selects = asked.filter((text) => /^(select|update|delete|with)/i.test(text));
  expect(selects.length).toBeGreaterThan(0);
  return (await Promise.all(selects.map(explain))).join("\n");
}

test.each<[string, string, () => Promise<unknown>]>([
  ["the unread count", "notifications_unread", () => countUnread(here.db.read, workspace, "ada", { now })],
  [
    "a tab's unread count",
    "notifications_unread",
    () => countUnread(here.db.read, workspace, "ada", { now, feed: "apps" }),
  ],
  ["the feed", "notifications_list", () => listNotifications(here.db.read, workspace, "ada", { now, limit: 51 })],
  [
    "the feed's next page",
    "notifications_list",
    () => listNotifications(here.db.read, workspace, "ada", { now, limit: 51, before: "pos_9" }),
  ],
  [
    "the bell, with what pops up beside it",
    "notifications_list",
    () =>
      listNotifications(here.db.read, workspace, "ada", { now, limit: 50, bellOnly: true, cameUpSince: new Date(0) }),
  ],
  ["the inbox", "notifications_list", () => listInboxRows(here.db.read, workspace, "ada", INBOX)],
  [
    "the inbox under all its filters",
    "notifications_list",
    () => listInboxRows(here.db.read, workspace, "ada", FILTERED),
  ],
  ["the inbox's search", "notifications_list", () => listInboxTexts(here.db.read, workspace, "ada", FILTERED)],
  ["what an inbox can be filtered by", "notifications_list", () => listLatestTraits(here.db.read, workspace, "ada", 9)],
  ["what wakes", "notifications_snoozed", () => here.db.transact((tx) => claimDueSnoozes(tx, now, 200))],
  ["a person's history", "decisions_history", () => listDecisionsOf(here.db.read, workspace, "ada", { limit: 200 })],
  [
    "the history's next page",
    "decisions_history",
    () => listDecisionsOf(here.db.read, workspace, "ada", { limit: 200, before: { at: now, eventId: "evt_9" } }),
  ],
  [
    "a tab of the bell",
    "notifications_feed",
    () => listNotifications(here.db.read, workspace, "ada", { now, limit: 50, feed: "downloads", bellOnly: true }),
  ],
  ["activity", "events_list", () => listEvents(here.db.read, workspace, {}, { limit: 51 })],
  ["activity's next page", "events_list", () => listEvents(here.db.read, workspace, {}, { limit: 51, before: place })],
  [
    "a topic's activity",
    "events_topic",
    () => listEvents(here.db.read, workspace, { topic: "deals.assigned" }, { limit: 51, before: place }),
  ],
  [
    "what was cancelled",
    "events_apart",
    () => listEvents(here.db.read, workspace, { apart: "cancelled" }, { limit: 51, before: place }),
  ],
  ["what waits to be decided", "events_due", () => listQueuedEvents(here.db.read, workspace, { limit: 51 })],
  ["what waits and names somebody", "events_due", () => findWaitingEvents(here.db.read, workspace, ["ada"])],
  ["deliveries", "deliveries_list", () => listDeliveries(here.db.read, workspace, { limit: 51, before: place })],
  ["a person's deliveries", "deliveries_once", () => listDeliveriesOf(here.db.read, workspace, "ada", { limit: 51 })],
  ["whether a window is to be closed", "merge_windows_due", () => isWindowDue(here.db.read, now)],
  ["people", "users_search", () => listPeople(here.db.read, workspace, EVERYBODY, { limit: 51 })],
  [
    "people's next page",
    "users_search",
    () => listPeople(here.db.read, workspace, EVERYBODY, { limit: 51, after: { searchText: "grace", id: "grace" } }),
  ],
  ["the audit", "audit_entries", () => listAuditBefore(here.db.read, workspace, undefined, 51)],
  ["the audit's next page", "audit_entries", () => listAuditBefore(here.db.read, workspace, 900, 51)],
  ["what is urgent", "events_urgent", () => here.db.transact((tx) => claimDueEvents(tx, now, now, 200))],
  ["an app's latest events", "events_app", () => listEventsOfApp(here.db.read, workspace, "app_1", 5)],
  ["the claim", "events_due", () => here.db.transact((tx) => claimDueEvents(tx, now, now, 200))],
  [
    "whose digest is due",
    "deliveries_together",
    () => dueTogether(here.db.read, TURN, { lane: "email", now, limit: 50 }),
  ],
  ...["deliveries_due", "deliveries_together"].flatMap((index): [string, string, () => Promise<unknown>][] => [
    [`who has something due, in ${index}`, index, () => turnsWithWork(here.db.read, now)],
    ["which lanes have", index, () => lanesWithWork(here.db.read, TURN, { now, after: "", limit: 64 })],
  ]),
  [
    "what is due in a lane",
    "deliveries_due",
    () => here.db.transact((tx) => dueInLane(tx, TURN, { lane: "email", now, limit: 50 })),
  ],
  ["the end of a digest", "deliveries_digest", () => here.db.transact((tx) => endGathered(tx, "dlv_1", SENT))],
  [
    "marking all read",
    "notifications_unread",
    () => here.db.transact((tx) => markAllRead(tx, workspace, "ada", { readAt: now })),
  ],
  [
    "the dead letters of some events",
    "deliveries_failed",
    () => countDeadLetters(here.db.read, workspace, { events: ["evt_1"] }),
  ],
])("%s goes by its index, and scans no table", async (_, index, work) => {
  const plan = await plansOf(work);
  expect(plan).toContain(index);
  expect(plan).not.toMatch(/SCAN (notifications|events|decisions|deliveries|users|audit_entries)(?! USING)|Seq Scan/);
});

// PostgreSQL goes by what it knows of the rows, and of an empty table it knows nothing.
test.runIf(DIALECT === "sqlite")(
  "what waits for a person, or leaves together, is found through the person",
  async () => {
    const waiting = await plansOf(() => here.db.transact((tx) => findWaiting(tx, workspace, "ada")));
    const ours = { workspaceId: workspace, userIds: ["ada"] };
    const together = await plansOf(() => here.db.transact((tx) => claimTogether(tx, "email", now, ours)));
    for (const plan of [waiting, together]) {
      expect(plan).toContain("deliveries_waiting");
      expect(plan).not.toContain("deliveries_due");
    }
  },
);

test.runIf(DIALECT === "sqlite").each<[string, () => Promise<unknown>]>([
  ["notifications", () => findNotifications(here.db.read, workspace, ["ntf_1"])],
  ["a person's notifications", () => findInboxRows(here.db.read, workspace, "ada", ["ntf_1"])],
  [
    "notifications that are read",
    () =>
      here.db.transact((tx) =>
        setNotificationState(tx, { workspaceId: workspace, userId: "ada", ids: ["ntf_1"] }, { readAt: now }),
      ),
  ],
  [
    "notifications that are written anew",
    () => here.db.transact((tx) => rewriteNotifications(tx, workspace, ["ntf_1"], { title: "Closed" })),
  ],
  [
    "notifications that are taken back",
    () => here.db.transact((tx) => rewriteNotifications(tx, workspace, ["ntf_1"], null)),
  ],
  ["events", () => findEvents(here.db.read, workspace, ["evt_1"])],
  ["what events said", () => findPayloads(here.db.read, workspace, ["evt_1"])],
  ["people by their addresses", () => findUserIdsByEmail(here.db.read, workspace, ["a@x.example", "b@x.example"])],
  [
    "what merged notifications tell of",
    () => findMergedRecords(here.db.read, workspace, [{ id: "ntf_1", eventId: "evt_1", userId: "ada" }]),
  ],
  ["how many some groups hold", () => countMembers(here.db.read, workspace, ["sales"])],
  [
    "how many a broadcast reached",
    () => countReached(here.db.read, workspace, { events: ["evt_1"], groups: ["sales"] }),
  ],
  ["the words of broadcasts", () => findBroadcastWords(here.db.read, workspace, ["brd_1"])],
])("%s are found by what is unique, not through all of their workspace", async (_, work) => {
  const plan = await plansOf(work);
  expect(plan).toMatch(/ \((id|email|event_id=\? AND user_id|workspace_id=\? AND group_id)=\?\)/);
  expect(plan).not.toContain("(workspace_id=?)");
});

test("the feed and the history come in the index's order, unsorted", async () => {
  const feed = await plansOf(() => listNotifications(here.db.read, workspace, "ada", { now, limit: 51 }));
  expect(feed).not.toMatch(/TEMP B-TREE FOR ORDER BY|Sort/);
  const before = { at: now, eventId: "evt_9" };
  const history = await plansOf(() => listDecisionsOf(here.db.read, workspace, "ada", { limit: 200, before }));
  expect(history).not.toMatch(/TEMP B-TREE FOR ORDER BY|Sort/);
  const activity = await plansOf(() => listEvents(here.db.read, workspace, {}, { limit: 51, before: place }));
  expect(activity).not.toMatch(/TEMP B-TREE FOR ORDER BY|Sort/);
});

function watchSqlite(): void {
  const { prepare } = Sqlite.prototype;
  const probe = new Sqlite(":memory:").prepare("select 1");
  let connection: Sqlite.Database;
  // What runs, not what is prepared: a connection compiles each text once.
  for (const method of ["all", "get", "run"] as const) {
    const real = probe[method];
    vi.spyOn(Object.getPrototypeOf(probe), method).mockImplementation(function watched(
      this: Sqlite.Statement,
      ...values: unknown[]
    ) {
      connection = this.database;
      asked.push(this.source);
      return real.apply(this, values);
    });
  }
  explain = async (text) => {
    const unbound = text.replaceAll(/ limit \+\?/g, " limit 50").replaceAll("?", "'x'");
    const plan = prepare.call(connection, `explain query plan ${unbound}`) as Sqlite.Statement<[], { detail: string }>;
    return plan
      .all()
      .map(({ detail }) => detail)
      .join("\n");
  };
}

async function watchPostgres(): Promise<void> {
  // The client has one method for many shapes of call; here each is passed on as it came.
  const query = Client.prototype.query as (this: Client, ...args: unknown[]) => Promise<{ rows: object[] }>;
  vi.spyOn(Client.prototype, "query").mockImplementation(function watched(this: Client, ...args: unknown[]) {
    const [first] = args as [string | { text: string }];
    asked.push(typeof first === "string" ? first : first.text);
    return query.apply(this, args);
  } as never);
  explain = async (text) => {
    const client = new Client({ connectionString: here.url });
    await client.connect();
    // An empty table is read whole whatever the index: here the question is whether the index can serve at all.
    const generic = "set enable_seqscan = off; set enable_sort = off; set plan_cache_mode = force_generic_plan";
    await query.call(client, generic);
    await query.call(client, `prepare one as ${text}`);
    const parameters = Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n)));
    const values = parameters > 0 ? `(${Array(parameters).fill("null").join(", ")})` : "";
    const { rows } = await query.call(client, `explain execute one${values}`);
    await client.end();
    return rows.map((row) => Object.values(row)[0]).join("\n");
  };
}
