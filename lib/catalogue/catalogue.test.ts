import { parse } from "@marcbachmann/cel-js";
import { Liquid } from "liquidjs";
import { expect, test } from "vitest";
import { CATALOGUE } from "./catalogue";

const engine = new Liquid({ ownPropertyOnly: true });
const topics = CATALOGUE.flatMap((section) => section.topics);

const actor = { name: "Grace Hopper" };
const subject = { type: "deal", id: "42", title: "ACME renewal", url: "https://crm.example/deals/42" };
const recipient = { name: "Ada Lovelace" };
const app = { name: "Ledger Sync" };

/** Topics that speak of no single record. */
const WITHOUT_RECORD = ["tasks.weekly_digest", "workflows.friday_digest", "broadcasts.message", "announcements.posted"];

test("ships 32 sections and 110 topics, each key once", () => {
  expect(CATALOGUE).toHaveLength(32);
  expect(topics).toHaveLength(110);
  expect(new Set(CATALOGUE.map((section) => section.key)).size).toBe(32);
  expect(new Set(topics.map((topic) => topic.key)).size).toBe(110);
});

test("lists every topic under its own section", () => {
  for (const section of CATALOGUE) {
    for (const topic of section.topics) expect(topic.section).toBe(section.key);
  }
});

test("switches on and requires only media that a topic is offered on", () => {
  for (const topic of topics) {
    expect(topic.media, topic.key).toEqual(expect.arrayContaining(topic.defaultOn));
    expect(topic.defaultOn, topic.key).toEqual(expect.arrayContaining(topic.required));
  }
});

test("has conditions that compile", () => {
  const conditions = topics.flatMap((topic) => topic.condition ?? []);
  expect(conditions).toHaveLength(7);
  for (const condition of conditions) expect(() => parse(condition)).not.toThrow();
});

test("names the record word for word, wherever there is one", async () => {
  for (const topic of topics.filter(({ key }) => !WITHOUT_RECORD.includes(key))) {
    expect(await render(topic.title, { actor, subject, data: {}, recipient, app }), topic.key).toContain(subject.title);
  }
});

test.each([...scopes()])("reads well given %j", async (scope) => {
  for (const topic of topics) {
    const title = await render(topic.title, scope);
    expect(title, topic.key).toMatch(/^(\p{Lu}|“).*[^\s.:,]$/u);
    for (const text of [title, await render(topic.body, scope)]) {
      expect(text, topic.key).not.toMatch(/^\s|\s$|\s{2}|\n|!|undefined|null|\[object|^·|·$|[{}]/);
    }
  }
});

test("leads to the record, where it has an address", async () => {
  for (const topic of topics) {
    expect(await render(topic.url, { subject, data: {} }), topic.key).toBe(subject.url);
    expect(await render(topic.url, { data: {} }), topic.key).toBe("");
  }
});

test("leads from a finished export to its file", async () => {
  const file = "https://crm.example/files/9";
  expect(await render(found("exports.ready").url, { subject, data: { file_url: file } })).toBe(file);
});

test("says who did what, and what it means when nobody is named", async () => {
  const { title } = found("deals.assigned");
  expect(await render(title, { actor, subject, data: {} })).toBe("Grace Hopper assigned you ACME renewal");
  expect(await render(title, { subject, data: {} })).toBe("You were assigned ACME renewal");
  expect(await render(title, {})).toBe("You were assigned a deal");
});

test("R78: counts what several assignments became, and names their records", async () => {
  const { title, body, url } = found("deals.assigned");
  const notification = { count: 4, titles: ["ACME renewal", "Northwind expansion"] };
  expect(await render(title, { actor, subject, notification })).toBe("You were assigned 4 deals");
  expect(await render(body, { notification, data: { value: 1200 } })).toBe(
    "ACME renewal, Northwind expansion and 2 more",
  );
  expect(await render(url, { subject, notification })).toBe("");
  for (const topic of topics.filter(({ mergeSeconds }) => mergeSeconds !== null)) {
    expect(await render(topic.title, { actor, subject, notification }), topic.key).toMatch(/\b4 [a-z]+s\b/);
  }
});

test("lists the facts that are there, and no others", async () => {
  const { body } = found("deals.assigned");
  const data = { value: 1200, currency: "EUR", closes_on: "2026-12-01" };
  expect(await render(body, { data })).toBe("Value: 1200 EUR · Closes: 1 December 2026");
  expect(await render(body, { data: { value: 0 } })).toBe("Value: 0");
  expect(await render(body, { data: {} })).toBe("");
});

test("says when a task is due, in the recipient's time zone, else in UTC", async () => {
  const { body } = found("tasks.due");
  const data = { due_at: "2026-12-01T23:30:00Z" };
  const time_zone = "Europe/Oslo";
  expect(await render(body, { data, recipient })).toBe("Due: 1 December 2026, 23:30 UTC");
  expect(await render(body, { data, recipient: { time_zone } })).toBe("Due: 2 December 2026, 00:30");
  expect(await render(body, { data: { due_at: "2026-12-01" }, recipient: { time_zone } })).toBe("Due: 1 December 2026");
  expect(await render(body, { data: { due_at: "after lunch" } })).toBe("Due: after lunch");
});

test("quotes a comment on one line, cut at 200 characters and never inside one", async () => {
  const { body } = found("comments.added");
  expect(await render(body, { data: { comment: "Looks good.\n\n  Ship it" } })).toBe("“Looks good. Ship it”");
  expect(await render(body, { data: { comment: "🙂".repeat(300) } })).toBe(`“${"🙂".repeat(199)}…”`);
});

test.each([
  ["running", "Your export ACME renewal is being prepared"],
  ["failure", "Your export ACME renewal failed"],
  ["success", "Your export ACME renewal is ready to download"],
])("says that an export is %s", async (status, title) => {
  expect(await render(found("exports.ready").title, { subject, data: { status } })).toBe(title);
});

function* scopes(): Iterable<object> {
  yield {};
  yield { actor: null, subject: null, data: {}, app: null };
  yield { actor, subject, data: everything(), recipient, app };
  for (const titles of [[], ["ACME renewal"], ["ACME renewal", "Northwind expansion"]]) {
    yield { actor, subject, data: everything(), recipient, app, notification: { count: 2, titles } };
  }
  for (const status of ["running", "failure", "success", "signed", "declined"]) {
    yield { data: { status } };
    yield { actor, data: { status }, recipient, app };
    yield { subject, data: { status }, recipient, app };
    yield { actor: { name: "" }, subject: { ...subject, title: "" }, data: { status } };
  }
}

/** Every field of `data` that any template reads. */
function everything(): Record<string, string> {
  const templates = topics.map((topic) => topic.title + topic.body).join();
  return Object.fromEntries([...templates.matchAll(/data\.(\w+)/g)].map(([, field]) => [field, `Some ${field}`]));
}

function found(key: string) {
  return topics.find((topic) => topic.key === key)!;
}

function render(template: string, scope: object): Promise<string> {
  return engine.parseAndRender(template, scope);
}
