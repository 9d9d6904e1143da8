import { afterAll, beforeAll, expect, test } from "vitest";
import type { InboxQuery } from "@/lib/core/inbox-query";
import { anotherWorkspace, startWorkspace } from "../testing";
import { listInbox } from "./list-inbox";
import { listInboxChoices } from "./list-inbox-choices";
import { setArchived, setRead, setSnoozed } from "./set-state";
import { changeShortcuts, readShortcuts } from "./shortcuts";

let here: Awaited<ReturnType<typeof startWorkspace>>;

beforeAll(async () => {
  here = await startWorkspace();
});
afterAll(() => here.close());

type Asked = Partial<InboxQuery> & { cursor?: string; limit?: number };

function inbox(id: string, query: Asked = {}, at = here) {
  return listInbox.run(at.asUser(id), listInbox.input.parse(query));
}

async function titles(id: string, query: Asked = {}) {
  return (await inbox(id, query)).items.map(({ title }) => title);
}

/** Four of a morning, the newest last. */
async function ada(id: string, at = here) {
  await at.addUser(id, { email: `${at.workspaceId}.${id}@example.com` });
  const post = (topic: string, as: string | undefined, more: object) =>
    at.publish({ topic, recipients: [{ user: id, as }], ...more });
  const acme = { type: "deal", id: "42", title: "ACME" };
  await post("deals.assigned", "assignee", { subject: acme, actor: { name: "Grace" }, title: "Café Zürich is yours" });
  await post("deals.stage_changed", "owner", { subject: acme, actor: { name: "Bo" }, title: "ACME moved" });
  await post("tickets.assigned", "assignee", { title: "A ticket", body: "Straße gesperrt" });
  await post("apps.message", undefined, { title: "Import", data: { title: "Import" } });
  await at.decide();
}

test("lists by state: unread, asleep, put away, and the rest", async () => {
  await ada("ada");
  const [app, ticket, moved, yours] = (await inbox("ada")).items;
  const until = new Date(here.asApp().now.getTime() + 3_600_000).toISOString();
  await setRead.run(here.asUser("ada"), { ids: [app!.id], read: true });
  await setSnoozed.run(here.asUser("ada"), { ids: [ticket!.id], until });
  await setArchived.run(here.asUser("ada"), { ids: [moved!.id], archived: true });
  expect(await titles("ada")).toEqual([app!.title, yours!.title]);
  expect(await titles("ada", { show: "unread" })).toEqual([yours!.title]);
  const asleep = await inbox("ada", { show: "snoozed" });
  expect(asleep.items).toMatchObject([{ title: ticket!.title, snoozedUntil: until }]);
  expect(await titles("ada", { show: "archived" })).toEqual([moved!.title]);

  await setArchived.run(here.asUser("ada"), { ids: [moved!.id], archived: false });
  expect(await titles("ada")).toEqual([app!.title, moved!.title, yours!.title]);
});

test("filters by section, app, person and record, and by all at once", async () => {
  await ada("bea");
  const deals = ["ACME moved", "Café Zürich is yours"];
  expect(await titles("bea", { section: "deals" })).toEqual(deals);
  expect(await titles("bea", { record: "deal:42" })).toEqual(deals);
  expect(await titles("bea", { person: "Grace" })).toEqual(["Café Zürich is yours"]);
  expect(await titles("bea", { app: here.appId })).toHaveLength(4);
  expect(await titles("bea", { section: "deals", record: "deal:42", person: "Bo" })).toEqual(["ACME moved"]);
  for (const query of [{ section: "no.such" }, { app: "app_x" }, { person: "Eve" }, { record: "deal" }])
    expect(await titles("bea", query)).toEqual([]);
});

test("searches titles and bodies, whatever case and accents, the same on both databases (U10)", async () => {
  await ada("cleo");
  for (const [search, found] of [
    ["cafe zurich", ["Café Zürich is yours"]],
    ["STRASSE", ["A ticket"]],
    ["acme", ["ACME moved"]],
    ["yours zurich", ["Café Zürich is yours"]],
    ["100%", []],
    ["_", []],
  ] as const)
    expect(await titles("cleo", { search }), search).toEqual(found);
  expect(await titles("cleo", { search: "acme", section: "tickets" })).toEqual([]);
});

test("goes on page by page under a search, without a gap or a double (C5)", async () => {
  await here.addUser("dora");
  const mine = { topic: "tickets.assigned", recipients: [{ user: "dora", as: "assignee" }] };
  for (let n = 0; n < 30; n++) await here.publish({ ...mine, title: n % 3 ? `Ticket ${n}` : `Café ${n}` });
  await here.decide();
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await inbox("dora", { search: "cafe", limit: 4, cursor });
    found.push(...page.items.map(({ title }) => title));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(found).toEqual([27, 24, 21, 18, 15, 12, 9, 6, 3, 0].map((n) => `Café ${n}`));
  const { nextCursor } = await inbox("dora", { search: "cafe", limit: 4 });
  await expect(inbox("dora", { search: "ticket", cursor: nextCursor! })).rejects.toThrow("not of this list");
});

test("offers what the latest are about, and nothing of another person or company", async () => {
  await ada("ewa");
  const other = await anotherWorkspace(here.db);
  await ada("ewa", { ...here, ...other });
  const choices = await listInboxChoices.run(here.asUser("ewa"), {});
  expect(choices.sections.map(({ key }) => key)).toEqual(["deals", "tickets", "apps"]);
  expect(choices.apps).toEqual([{ key: here.appId, name: "Fortnox" }]);
  expect(choices.people.map(({ name }) => name)).toEqual(["Bo", "Grace"]);
  expect(choices.records).toEqual([{ key: "deal:42", name: "ACME" }]);
  expect(await titles("ewa")).toHaveLength(4);

  await here.addUser("fay");
  expect(await listInboxChoices.run(here.asUser("fay"), {})).toEqual({
    sections: [],
    apps: [],
    people: [],
    records: [],
  });
  const ids = (await inbox("ewa")).items.map(({ id }) => id);
  await setArchived.run(here.asUser("fay"), { ids, archived: true });
  expect(await titles("ewa")).toHaveLength(4);
});

test("keeps whether single keys act, for each person (WCAG 2.1.4)", async () => {
  await here.addUser("gus");
  expect(await readShortcuts.run(here.asUser("gus"), {})).toBe(true);
  await changeShortcuts.run(here.asUser("gus"), { enabled: false });
  expect(await readShortcuts.run(here.asUser("gus"), {})).toBe(false);
  expect(await readShortcuts.run(here.asUser("fay"), {})).toBe(true);
});
