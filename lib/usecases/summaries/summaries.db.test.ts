import { afterAll, beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { deliveringIn } from "../delivery/testing";
import { listNotifications } from "../inbox/list-notifications";
import { startWorkspace } from "../testing";
import { raiseSummaries } from "./raise-summaries";

const HOUR = 3_600_000;
const WEEKLY = "tasks.weekly_digest";
const opened: Awaited<ReturnType<typeof startWorkspace>>[] = [];
let here: Awaited<ReturnType<typeof startWorkspace>>;
let want: (user: string, topic?: string) => Promise<void>;

// It is noon on Saturday, the 21st.
beforeEach(async () => {
  here = await startWorkspace();
  opened.push(here);
  await here.addUsers(["ada", "bo", "cy"]);
  want = (user, topic = WEEKLY) => deliveringIn(here, []).want(user, "email", true, topic);
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

const raise = () => raiseSummaries(here.db, { now: here.asApp().now, newId }, new Set());

async function post(user: string, topic: string, as: string) {
  await here.publish({
    topic,
    recipients: [{ user, as }],
    subject: { type: "task", id: "7", title: "Call the notary" },
  });
  await here.decide();
}

async function told(user: string, topic = WEEKLY) {
  await here.decide();
  const input = { user, tab: "all" as const, unread: false, limit: 50, cursor: undefined };
  const { data } = await listNotifications.run(here.asApp(), input);
  return data.filter((one) => one.topic === topic).map(({ title, body }) => `${title}. ${body}`);
}

test("R37: who wants it gets the week's tasks summed up on Monday, once, however many processes look", async () => {
  for (const user of ["ada", "bo"]) await want(user);
  for (const user of ["ada", "ada", "cy"]) await post(user, "tasks.assigned", "assignee");
  await post("ada", "tasks.due", "assignee");
  here.pass(44 * HOUR - 1);
  expect(await raise()).toBe(0);
  here.pass(1);
  const raised = await Promise.all([raise(), raise(), raise(), raise()]);
  expect(raised.sort()).toEqual([0, 0, 0, 1]);
  expect(await told("ada")).toEqual(["Your tasks this week. Task assigned to you: 2 · Task due: 1"]);
  // Nothing happened to one, and the other does not want it.
  expect([await told("bo"), await told("cy")]).toEqual([[], []]);
  here.pass(7 * 24 * HOUR);
  expect(await raise()).toBe(0);
  const [mail] = (await deliveringIn(here, []).rows()).filter(({ topic }) => topic === WEEKLY);
  expect(mail).toMatchObject({ userId: "ada", channel: "email", state: "pending" });
});

test("R37: each week has its own: last Monday's summary is not what happened since", async () => {
  await want("ada");
  here.pass(44 * HOUR);
  for (const summaries of [1, 2, 3]) {
    await post("ada", "tasks.due", "assignee");
    here.pass(7 * 24 * HOUR);
    expect(await raise()).toBe(1);
    expect(await told("ada")).toEqual(Array(summaries).fill("Your tasks this week. Task due: 1"));
  }
});

test("F30: by the person's own clocks, and once also for who moves west meanwhile", async () => {
  await here.addUser("ada", { time_zone: "Asia/Tokyo" });
  await want("ada");
  await post("ada", "tasks.assigned", "assignee");
  here.pass(35 * HOUR);
  expect(await raise()).toBe(1);
  await here.addUser("ada", { time_zone: "America/New_York" });
  here.pass(14 * HOUR);
  expect(await raise()).toBe(0);
  expect(await told("ada")).toHaveLength(1);
});

test("R38: on Friday, of the workflows; not where an app posted the summary itself", async () => {
  const friday = "workflows.friday_digest";
  for (const user of ["ada", "bo"]) {
    await want(user, friday);
    await post(user, "workflows.needs_review", "owner");
  }
  await here.publish({ topic: friday, recipients: [{ user: "bo", as: "self" }], data: { enrolled: 12, left: 3 } });
  await here.decide();
  here.pass((5 * 24 + 20) * HOUR);
  expect(await told("bo", friday)).toEqual(["Enrolment changes in your workflows this week. Enrolled: 12 · Left: 3"]);
  expect(await raise()).toBe(1);
  expect(await told("ada", friday)).toEqual(["Your workflows this week. A workflow needs review: 1"]);
  expect(await told("bo", friday)).toHaveLength(1);
});
