import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { suppressedAddresses } from "@/db/queries/suppressions";
import { expectProblem, serveApi } from "./testing";

const SECRET = `whsec_${Buffer.from("a secret of 24 bytes, ok").toString("base64")}`;

let api: Awaited<ReturnType<typeof serveApi>>;
let people = 0;

beforeAll(async () => {
  api = await serveApi();
  api.made.env = { ...api.made.env, RESEND_WEBHOOK_SECRET: SECRET };
});
afterAll(() => api.close());

/** What Resend sends, signed as it signs. */
async function send(note: object, { id = `msg_${++people}`, early = 0, secret = SECRET, change = "" } = {}) {
  const at = new Date(api.asApp().now.getTime() - early);
  const body = JSON.stringify(note);
  const headers = {
    "svix-id": id,
    "svix-timestamp": String(Math.floor(at.getTime() / 1000)),
    "svix-signature": new Webhook(secret).sign(id, at, body),
  };
  return api.call("POST", "/api/hooks/resend", { key: null, body: body + change, headers });
}

async function somebody(): Promise<{ to: string; isSuppressed(): Promise<boolean> }> {
  const id = `person-${++people}`;
  await api.addUser(id);
  const to = `${id}@example.com`;
  return {
    to,
    isSuppressed: async () => (await suppressedAddresses(api.db.read, api.workspaceId, "email", [to])).has(to),
  };
}

const bounced = (to: string, type = "Permanent") => ({
  type: "email.bounced",
  created_at: "2026-11-21T12:00:00Z",
  data: { email_id: "e1", from: "Belfry <b@example.com>", to: [to], subject: "Hi", bounce: { type, message: "no" } },
});

test.each(["email.bounced", "email.complained"])(
  "%s ends all mail to the address, whatever comes after (F26)",
  async (type) => {
    const { to, isSuppressed } = await somebody();
    expect(await isSuppressed()).toBe(false);
    expect((await send({ ...bounced(to.toUpperCase()), type })).status).toBe(204);
    expect(await isSuppressed()).toBe(true);
    for (const later of ["email.delivered", "email.sent", "email.opened"]) {
      expect((await send({ ...bounced(to), type: later })).status).toBe(204);
    }
    expect(await isSuppressed()).toBe(true);
  },
);

test("a full mailbox, and what we do not know, end nothing", async () => {
  const { to, isSuppressed } = await somebody();
  for (const note of [
    bounced(to, "Transient"),
    { ...bounced(to), type: "email.delivery_delayed" },
    { type: "contact.created" },
  ]) {
    expect((await send(note)).status).toBe(204);
  }
  expect((await send(bounced("nobody@elsewhere.example"))).status).toBe(204);
  expect(await isSuppressed()).toBe(false);
});

test("forged, changed, old or early: refused, and nothing happens (S24)", async () => {
  const { to, isSuppressed } = await somebody();
  const other = `whsec_${Buffer.from("another secret, 24 bytes").toString("base64")}`;
  expectProblem(await send(bounced(to), { secret: other }), 401);
  expectProblem(await send(bounced(to), { change: " " }), 401);
  expectProblem(await send(bounced(to), { early: 600_000 }), 401);
  expectProblem(await send(bounced(to), { early: -600_000 }), 401);
  expectProblem(await api.call("POST", "/api/hooks/resend", { key: null, json: bounced(to) }), 401);
  expect(await isSuppressed()).toBe(false);
});

test("word for word again is a replay; sent anew after a missed answer, it is heard and does nothing twice", async () => {
  const { to, isSuppressed } = await somebody();
  const id = `msg_${to}`;
  expect((await send(bounced(to), { id, early: 60_000 })).status).toBe(204);
  expectProblem(await send(bounced(to), { id, early: 60_000 }), 401);
  expectProblem(await send(bounced(to), { id, early: 90_000 }), 401);
  expect((await send(bounced(to), { id })).status).toBe(204);
  expectProblem(await send(bounced(to), { id }), 401);
  expect(await isSuppressed()).toBe(true);
});

test("two of a kind at once are one", async () => {
  const { to } = await somebody();
  const answers = await Promise.all(Array.from({ length: 8 }, () => send(bounced(to), { id: `msg_at_once_${to}` })));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array(7).fill(401)]);
});

test("without a secret nothing can be believed", async () => {
  const { env } = api.made;
  api.made.env = { ...env, RESEND_WEBHOOK_SECRET: undefined };
  const { to, isSuppressed } = await somebody();
  expectProblem(await send(bounced(to)), 401);
  expect(await isSuppressed()).toBe(false);
  api.made.env = env;
});
