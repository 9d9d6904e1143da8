import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { WorkspaceId } from "@/lib/core/workspace";
import { createOutgoing } from "@/lib/outgoing/client";
import type { Answer } from "@/lib/outgoing/outgoing";
import type { Message } from "./channel";
import { startStandIn } from "./testing";
import { createWebhook } from "./webhook";

const OLD = `whsec_${Buffer.alloc(32, 1).toString("base64")}`;
const NEW = `whsec_${Buffer.alloc(32, 2).toString("base64")}`;
let standIn: Awaited<ReturnType<typeof startStandIn>>;
const outgoing = createOutgoing({ allowPrivate: true });

beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(async () => {
  outgoing.close();
  await standIn.stop();
});

function message(config: Record<string, unknown> | null): Message {
  const recipient = { id: "ada", name: "Ada", timeZone: "UTC" };
  const topic = { key: "deals.assigned", name: "Assigned" };
  const content = {
    title: 'É \u2028 "quoted"',
    body: "",
    url: null,
    topic,
    workspace: "Fjord",
    notificationId: "ntf_1",
    record: null,
    origin: "Deals",
    unsubscribe: null,
    actor: "Grace",
    at: "2026-11-21T12:00:00.000Z",
    recipient,
  };
  return { workspaceId: "wsp_1" as WorkspaceId, key: "dlv_1", destination: "mine", config, content };
}

async function send(
  config: Record<string, unknown> | null,
  client: Pick<typeof outgoing, "post" | "objection"> = outgoing,
) {
  const channel = createWebhook(client, () => new Date());
  const [result] = await channel.send({ messages: [message(config)], key: "dlv_1", signal: AbortSignal.timeout(1000) });
  return result;
}

test("the official library verifies it, with the old secret and the new one while they change (S24)", async () => {
  expect(await send({ url: `${standIn.url}/hook`, secrets: [NEW, OLD] })).toMatchObject({
    outcome: "sent",
    status: 200,
  });
  const { headers, body } = standIn.seen.at(-1)!;
  for (const secret of [OLD, NEW]) {
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
      type: "notification",
      data: { topic: "deals.assigned", user: "ada", actor: "Grace" },
    });
  }
  expect(headers["webhook-id"]).toBe("dlv_1");
  const other = `whsec_${Buffer.alloc(32, 3).toString("base64")}`;
  expect(() => new Webhook(other).verify(body, headers as Record<string, string>)).toThrow();
  expect(() => new Webhook(NEW).verify(`${body} `, headers as Record<string, string>)).toThrow();
});

test.each<[Answer, object]>([
  [{ kind: "answered", status: 204, words: "" }, { outcome: "sent" }],
  [
    { kind: "answered", status: 410, words: "" },
    { outcome: "failed", reason: "endpoint_gone" },
  ],
  [
    { kind: "answered", status: 404, words: "" },
    { outcome: "retry", ambiguous: false },
  ],
  [
    { kind: "answered", status: 302, words: "" },
    { outcome: "retry", ambiguous: false },
  ],
  [
    { kind: "answered", status: 500, words: "" },
    { outcome: "retry", ambiguous: true },
  ],
  [
    { kind: "answered", status: 429, words: "", retryAfter: "9" },
    { outcome: "retry", ambiguous: false, retryAfter: "9" },
  ],
  [
    { kind: "failed", why: "reset", sent: true },
    { outcome: "retry", ambiguous: true },
  ],
  [
    { kind: "failed", why: "refused", sent: false },
    { outcome: "retry", ambiguous: false },
  ],
  [
    { kind: "refused", why: "inside" },
    { outcome: "failed", reason: "provider_rejected", detail: "address_refused" },
  ],
])("%o is %o (F24)", async (answer, told) => {
  const post = async () => answer;
  expect(await send({ url: "https://hooks.example", secrets: [NEW] }, { ...outgoing, post })).toMatchObject(told);
});

test.each([
  null,
  {},
  { url: "https://hooks.example", secrets: [] },
  { url: "https://hooks.example", secrets: ["short"] },
])("%o is no configuration, and nothing is sent", async (config) => {
  const before = standIn.seen.length;
  expect(await send(config)).toMatchObject({ outcome: "failed", detail: "not_configured" });
  expect(standIn.seen).toHaveLength(before);
});
