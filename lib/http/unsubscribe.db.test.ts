import { afterAll, beforeAll, expect, test } from "vitest";
import { GET, POST } from "@/app/unsubscribe/[token]/route";
import { mailToken } from "@/lib/auth/mail-token";
import type { MailEnd } from "@/lib/core/mail";
import { mailLinks } from "@/lib/usecases/mail/mail-links";
import { anotherWorkspace } from "@/lib/usecases/testing";
import { expectProblem, serveApi } from "./testing";

let api: Awaited<ReturnType<typeof serveApi>>;
let there: Awaited<ReturnType<typeof anotherWorkspace>>;

beforeAll(async () => {
  api = await serveApi();
  there = await anotherWorkspace(api.db);
  for (const id of ["ada", "bo", "cy", "di", "eve", "fay"]) await api.addUser(id);
});
afterAll(() => api.close());

const DAY = 86_400_000;
const TOPIC = "deals.assigned";

async function link(userId: string, end: MailEnd, where: typeof there | typeof api = api): Promise<string> {
  const { now } = where.asApp();
  return api.db.transact(async (tx) => (await mailLinks(tx, where.workspaceId, now))({ userId, end }));
}

/** As a mailbox provider sends it: a form, no cookie, no origin. */
async function post(token: string) {
  const request = new Request(`http://localhost/unsubscribe/${token}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  const response = await POST(request, { params: Promise.resolve({ token }) });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json");
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

async function preferences(user: string) {
  const { body } = await api.call("GET", `/api/v1/users/${user}/preferences`);
  return body;
}

test("one click ends that topic's email as the person's own choice, and nothing else (S25)", async () => {
  const before = await preferences("ada");
  expect(before.topics[TOPIC].email.enabled).toBe(true);
  const token = await link("ada", { topic: TOPIC });
  const answer = await post(token);
  expect(answer).toMatchObject({ status: 200, body: "You are unsubscribed.\n" });
  const after = await preferences("ada");
  expect(after.topics[TOPIC].email).toEqual({ enabled: false, source: "user", required: false });
  after.topics[TOPIC].email = before.topics[TOPIC].email;
  expect(after).toEqual(before);
  const outcomes = await api.outcomes({ topic: TOPIC, recipients: [{ user: "ada", as: "assignee" }] });
  expect(outcomes.get("ada")?.email).toBe("preference_off");

  const stored = await preferences("ada");
  expect(await post(token)).toMatchObject({ status: 200 });
  expect(await preferences("ada")).toEqual(stored);
});

test("looking changes nothing, a hundred times, and leads to a page that asks", async () => {
  const token = await link("bo", { topic: TOPIC });
  const before = await preferences("bo");
  for (let times = 0; times < 100; times++) {
    const request = new Request(`http://evil.example/unsubscribe/${token}`);
    const response = await GET(request, { params: Promise.resolve({ token }) });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(`http://localhost/unsubscribe/${token}/confirm`);
  }
  expect(await preferences("bo")).toEqual(before);
});

test("a link of one never alters another, here or in another workspace", async () => {
  await there.addUser("cy-there");
  const theirs = await link("cy-there", { topic: TOPIC }, there);
  const before = await preferences("cy");
  await post(await link("ada", { topic: TOPIC }));
  await post(theirs);
  expect(await preferences("cy")).toEqual(before);
  // The key of one workspace, and what another's token says.
  const [version, , said] = (await link("cy", { topic: TOPIC })).split(".");
  const [, key, , mac] = theirs.split(".");
  expectProblem(await post([version, key, said, mac].join(".")), 404);
  expect(await preferences("cy")).toEqual(before);
});

test("a link that we did not sign is refused", async () => {
  const token = await link("cy", { topic: TOPIC });
  const forged = mailToken({ id: token.split(".")[1]!, secret: "guessed" }, { userId: "cy", end: { topic: TOPIC } });
  for (const wrong of [forged, token.slice(0, -1), "x", "1.a.b.c"]) expectProblem(await post(wrong), 404);
  expect((await preferences("cy")).topics[TOPIC].email.enabled).toBe(true);
});

test("a digest ends with the switch of email, so that its mails do not come one by one", async () => {
  await post(await link("di", { digest: "daily" }));
  const { channels, topics } = await preferences("di");
  expect(channels.email).toEqual({ enabled: false, source: "user" });
  expect(topics[TOPIC].email.enabled).toBe(true);
});

test("what the company requires stays, and the answer says so (R54)", async () => {
  const answer = await post(await link("eve", { topic: "account.billing" }));
  expectProblem(answer, 409);
  expect(answer.body.detail).toContain("requires this email");
  expect((await preferences("eve")).topics["account.billing"].email.enabled).toBe(true);
});

test("a topic that is hidden meanwhile is off when it comes back", async () => {
  await api.call("PUT", "/api/v1/users/eve", { json: { permissions: ["forms"] } });
  await api.call("PATCH", "/api/v1/users/eve/preferences", {
    json: { topics: { "forms.submitted": { email: { enabled: true } } } },
  });
  const token = await link("eve", { topic: "forms.submitted" });
  await api.call("PUT", "/api/v1/users/eve", { json: { permissions: [] } });
  expect(await post(token)).toMatchObject({ status: 200 });
  await api.call("PUT", "/api/v1/users/eve", { json: { permissions: ["forms"] } });
  expect((await preferences("eve")).topics["forms.submitted"].email).toMatchObject({ enabled: false, source: "user" });
});

test("what is no more ends without a fault: a topic, a person", async () => {
  expect(await post(await link("ada", { topic: "no.such" }))).toMatchObject({ status: 200 });
  expect(await post(await link("nobody", { all: true }))).toMatchObject({ status: 200 });
});

test("links go on working when the keys rotate, also that of sign-ins, for a year and more (S25)", async () => {
  const token = await link("fay", { topic: TOPIC });
  api.made.authSecret = "another-secret-for-cookies-and-cursors";
  api.pass(91 * DAY);
  const newer = await link("fay", { topic: TOPIC });
  expect(newer.split(".")[1]).not.toBe(token.split(".")[1]);
  api.pass(364 * DAY);
  expect(await post(token)).toMatchObject({ status: 200 });
  expect((await preferences("fay")).topics[TOPIC].email.enabled).toBe(false);
});
