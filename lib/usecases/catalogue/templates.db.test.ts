import { afterAll, beforeAll, expect, test } from "vitest";
import { listAuditEntries } from "@/db/queries/audit";
import { exampleChannel } from "@/lib/channels/content.fixture";
import { TopicTemplates } from "@/lib/core/topic-templates";
import { readEvent } from "../activity/read-event";
import { retryDeadLetters } from "../delivery/retry-dead-letters";
import { deliveringIn } from "../delivery/testing";
import { getEvent } from "../events/get-event";
import { listNotifications } from "../inbox/list-notifications";
import { listHistory } from "../preferences/list-history";
import { startWorkspace } from "../testing";
import { getTopic } from "./list-topics";
import { previewTemplates } from "./preview-templates";
import { readTemplates } from "./read-templates";
import { saveTemplates } from "./save-templates";

let here: Awaited<ReturnType<typeof startWorkspace>>;
const KEY = "deals.stage_changed";
const deal = { type: "deal", id: "42", title: "ACME renewal" };
const moved = { topic: KEY, recipients: [{ user: "ada", as: "owner" }], subject: deal, data: { stage: "Won" } };

beforeAll(async () => {
  here = await startWorkspace();
  await here.addUser("ada", { name: "Ada" });
});
afterAll(() => here.close());

function asBoss(role: "super_admin" | "admin" = "super_admin") {
  const ctx = here.asUser("ada");
  return { ...ctx, actor: { ...ctx.actor, name: "Ada", role } };
}

async function save(templates: object, key = KEY) {
  await saveTemplates.run(asBoss(), { key, templates: TopicTemplates.parse(templates) });
}

async function latestTitle(): Promise<string> {
  await here.publish(moved);
  await here.decide();
  const { data } = await listNotifications.run(here.asApp(), {
    user: "ada",
    tab: "all",
    unread: false,
    limit: 1,
    cursor: undefined,
  });
  return data[0]!.title;
}

test("R86: the next event speaks in the workspace's words, and in the topic's own again when they are taken back", async () => {
  const before = await latestTitle();
  await save({ title: "{{ subject.title }}: {{ data.stage }}, {{ recipient.name }}" });
  expect(await latestTitle()).toBe("ACME renewal: Won, Ada");
  await save({});
  expect(await latestTitle()).toBe(before);
  const acts = (await listAuditEntries(here.db.read, here.workspaceId)).filter(({ target }) => target === KEY);
  expect(acts.map(({ action }) => action)).toEqual(["template.update", "template.reset"]);
  expect(acts[1]).toMatchObject({ before: { title: expect.any(String) }, after: null });
});

test("an email is told in words of its own, where it has any; so is one of several events", async () => {
  const mails: string[] = [];
  const mail = exampleChannel(async ({ messages }) => {
    mails.push(...messages.map(({ content }) => `${content.title} | ${content.body}`));
    return messages.map(() => ({ outcome: "sent" }));
  });
  const { deliver, want } = deliveringIn(here, [mail]);
  await want("ada", "email");
  await deliver();
  mails.length = 0;
  await save({ body: "Stage: {{ data.stage }}", media: { email: { title: "Mail about {{ subject.title }}" } } });
  expect(await latestTitle()).not.toContain("Mail");
  await deliver();
  expect(mails).toEqual(["Mail about ACME renewal | Stage: Won"]);
  await save({});

  const words = {
    title: "{{ notification.count }} for {{ recipient.name }}",
    body: "{{ notification.titles | join }}",
  };
  await save({ media: { email: words } }, "deals.assigned");
  await want("ada", "email", true, "deals.assigned");
  here.merge(300);
  const assignThree = async () => {
    mails.length = 0;
    for (const [id, title] of ["Bolt", "Cargo", "Dock"].entries()) {
      const subject = { type: "deal", id: `${id}`, title };
      await here.publish({ topic: "deals.assigned", recipients: [{ user: "ada", as: "assignee" }], subject });
      await here.decide();
    }
    here.pass(300_000);
    await here.decide();
    await deliver();
    return mails;
  };
  expect(await assignThree()).toEqual(["3 for Ada | Dock Cargo Bolt"]);
  // Words for one record are not said of three.
  await save({ media: { email: { ...words, title: "{{ subject.title }} is yours" } } }, "deals.assigned");
  expect(await assignThree()).toEqual([expect.stringMatching(/^You were assigned 3 deals \| Dock Cargo Bolt$/)]);
  here.merge(0);
});

test("over the API a topic stays as it was made", async () => {
  const before = await getTopic.run(here.asApp(), { key: KEY });
  await save({ title: "Other words" });
  expect(await getTopic.run(here.asApp(), { key: KEY })).toEqual(before);
  expect((await readTemplates.run(asBoss(), { key: KEY })).templates?.title).toBe("Other words");
  await save({});
});

test("the sample is the latest event of the topic, else one made up for it", async () => {
  await here.publish({ ...moved, actor: { name: "Grace" } });
  const { sample } = await readTemplates.run(asBoss(), { key: KEY });
  expect(sample).toEqual({ actor: { name: "Grace" }, subject: deal, data: { stage: "Won" }, app: { name: "Fortnox" } });
  const made = await readTemplates.run(asBoss(), { key: "tickets.assigned" });
  expect(made.sample.subject).toMatchObject({ type: "ticket" });
});

test("the preview says what each medium would, and what is wrong where", async () => {
  const templates = {
    title: "{{ subject.title }} for {{ recipient.name }}",
    body: "{% if %}",
    url: null,
    media: {
      email: { title: "Mail: {{ subject.title }}", body: null },
      mobile: { title: null, body: "{{ x | nothing }}" },
    },
  };
  const preview = await previewTemplates.run(asBoss(), { key: KEY, templates, sample: { subject: deal } });
  expect(preview.common.title).toBe("ACME renewal for Ada");
  expect(preview.media.email?.title).toBe("Mail: ACME renewal");
  expect(preview.media.apps?.title).toBe("ACME renewal for Ada");
  expect(preview.faults.map(({ pointer }) => pointer)).toEqual(["/body", "/media/mobile/body"]);
  for (const { detail } of preview.faults) expect(detail).toMatch(/^Line 1, column \d+: ./);
});

test("S12: a template reaches nothing but what it is given", async () => {
  const templates = {
    title: "{{ constructor.constructor }}{{ subject.__proto__ }}x",
    body: null,
    url: "javascript:1",
    media: {},
  };
  const { common } = await previewTemplates.run(asBoss(), { key: KEY, templates, sample: { subject: deal } });
  expect(common).toMatchObject({ title: "x", url: null });
});

const ENDLESS = "{% for i in (1..9999) %}{{ i }}{% endfor %}";

test("S12: where a template is over its limits nobody is told half of it, each decision says why, and others go on", async () => {
  await save({ body: ENDLESS });
  expect(
    (await previewTemplates.run(asBoss(), { key: KEY, templates: TopicTemplates.parse({ body: ENDLESS }), sample: {} }))
      .common.title,
  ).toMatch(/^Nothing: /);
  const over = await here.publish(moved);
  const next = await here.publish({ topic: "deals.assigned", recipients: [{ user: "ada", as: "assignee" }] });
  await here.decide();
  const decided = async (id: string) =>
    (await getEvent.run(here.asApp(), { id, limit: 9, cursor: undefined })).decisions;
  const [mine, ...others] = await decided(over);
  expect(others).toEqual([]);
  expect(mine?.notification_id).toBeNull();
  const said = (channel: string) => mine?.channels.find((one) => one.channel === channel);
  expect(said("bell")).toMatchObject({ outcome: "failed", reason: "attempts_exhausted", source: "event" });
  // What would not have gone out on Slack anyway has another reason.
  expect(said("slack")).toMatchObject({ outcome: "suppressed" });
  expect((await decided(next))[0]?.notification_id).not.toBeNull();
  await save({});

  // The person reads it in their history, an admin on the event's page.
  const words = "it should say went over the limits of a template";
  const missed = { show: "missed", limit: 50, cursor: undefined } as const;
  const { rows } = await listHistory.run(here.asUser("ada"), missed);
  const line = rows.find(({ id }) => id === over)?.lines.find(({ labels }) => labels.includes("Bell"));
  expect(line?.sentence).toContain(words);
  const { recipientsShown } = await readEvent.run(asBoss("admin"), { id: over });
  expect(recipientsShown.map(({ explanation }) => explanation.sentence)).toEqual([expect.stringContaining(words)]);
});

test("S12: where only the words for several are over the limits, each of them says so", async () => {
  await save({ title: `{% if notification.count > 1 %}${ENDLESS}{% else %}One{% endif %}` }, "deals.assigned");
  here.merge(300);
  const assigned = { topic: "deals.assigned", recipients: [{ user: "ada", as: "assignee" }] };
  const ids = [await here.publish(assigned), await here.publish(assigned)];
  await here.decide();
  here.pass(300_000);
  await here.decide();
  here.merge(0);
  for (const id of ids) {
    const { status, decisions } = await getEvent.run(here.asApp(), { id, limit: 9, cursor: undefined });
    expect([status, decisions[0]?.notification_id]).toEqual(["processed", null]);
    const bell = decisions[0]?.channels.find(({ channel }) => channel === "bell");
    expect(bell).toMatchObject({ outcome: "failed", reason: "attempts_exhausted", source: "event" });
  }
  await save({}, "deals.assigned");
});

test("S12: what a medium says over the limits is a dead letter with its reason, sent once the template is mended", async () => {
  const mails: string[] = [];
  const mail = exampleChannel(async ({ messages }) => {
    mails.push(...messages.map(({ content }) => content.title));
    return messages.map(() => ({ outcome: "sent" }));
  });
  const { deliver, want, rows } = deliveringIn(here, [mail]);
  await want("ada", "email");
  await deliver();
  mails.length = 0;
  await save({ title: "Moved", media: { email: { title: ENDLESS } } });
  expect(await latestTitle()).toBe("Moved");
  await deliver();
  const dead = (await rows()).filter(({ state }) => state === "failed");
  expect(dead).toMatchObject([{ reason: "attempts_exhausted", detail: "template_over_limits", attempts: 0 }]);
  await save({ title: "Moved", media: { email: { title: "Mail" } } });
  await retryDeadLetters.run(asBoss("admin"), { all: true });
  await deliver();
  expect(mails).toEqual(["Mail"]);
  await save({});
});

test("to an admin the templates do not exist, and there are none of a topic that is not there", async () => {
  for (const { may } of [readTemplates, saveTemplates, previewTemplates]) {
    expect(() => may(asBoss("admin"), { key: KEY } as never)).toThrow(expect.objectContaining({ code: "not_found" }));
  }
  await expect(readTemplates.run(asBoss(), { key: "none.such" })).rejects.toMatchObject({ code: "not_found" });
});
