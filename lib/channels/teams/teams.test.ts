import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { WorkspaceId } from "@/lib/core/workspace";
import { createOutgoing } from "@/lib/outgoing/client";
import type { Answer } from "@/lib/outgoing/outgoing";
import { exampleContent, exampleMessage } from "../content.fixture";
import { startStandIn } from "../testing";
import { createTeams } from "./teams";
import { teamsCard } from "./teams-card";

let standIn: Awaited<ReturnType<typeof startStandIn>>;
const open = createOutgoing({ allowPrivate: true });

beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(async () => {
  open.close();
  await standIn.stop();
});

async function send(config: Record<string, unknown> | null, outgoing: Pick<typeof open, "post" | "objection"> = open) {
  const teams = createTeams({ publicUrl: "https://belfry.example", outgoing });
  const sending = { messages: [exampleMessage(config)], key: "dlv_1", signal: AbortSignal.timeout(1000) };
  return (await teams.send(sending))[0];
}

test("a Workflows address gets one Adaptive Card, with a button to the notification of its owner", async () => {
  expect(await send({ url: `${standIn.url}/workflows/1?sig=x` })).toMatchObject({ outcome: "sent", status: 200 });
  const message = JSON.parse(standIn.seen[0]?.body ?? "{}");
  expect(message).toMatchObject({
    type: "message",
    attachments: [{ contentType: expect.stringContaining("adaptive") }],
  });
  const { content } = message.attachments[0];
  expect(content).toMatchObject({ type: "AdaptiveCard", version: "1.4" });
  expect(content.actions).toEqual([
    { type: "Action.OpenUrl", title: "Open ACME renewal", url: "https://belfry.example/n/ntf_1" },
  ]);
  expect(JSON.stringify(content.body)).toContain("Grace assigned you ACME renewal");
});

test("whatever is in it, a card stays below 28 KB, and its texts are runs, which hold no links (F21, S8)", () => {
  const text = fc.string({ unit: "binary", maxLength: 12_000 });
  fc.assert(
    fc.property(text, text, text, (title, body, record) => {
      const card = JSON.stringify(teamsCard(exampleContent({ title, body, record }), "https://belfry.example"));
      expect(Buffer.byteLength(card)).toBeLessThan(28 * 1024);
    }),
    { numRuns: 50 },
  );
  const worst = "\u0001".repeat(12_000);
  const card = teamsCard(
    exampleContent({ title: worst, body: worst, record: worst, actor: worst, origin: worst }),
    "https://b",
  );
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024);
  expect(JSON.stringify(card)).not.toContain('"TextBlock"');
});

test.each<[Answer, object]>([
  [{ kind: "answered", status: 202, words: "" }, { outcome: "sent" }],
  [
    { kind: "answered", status: 410, words: "" },
    { outcome: "failed", reason: "endpoint_gone" },
  ],
  [
    { kind: "answered", status: 404, words: "" },
    { outcome: "failed", reason: "provider_rejected" },
  ],
  [
    { kind: "answered", status: 429, words: "", retryAfter: "9" },
    { outcome: "retry", ambiguous: false, retryAfter: "9" },
  ],
  [
    { kind: "answered", status: 502, words: "" },
    { outcome: "retry", ambiguous: true },
  ],
  [
    { kind: "failed", why: "reset", sent: true },
    { outcome: "retry", ambiguous: true },
  ],
  [
    { kind: "refused", why: "inside" },
    { outcome: "failed", detail: "address_refused" },
  ],
])("%o is %o", async (answer, told) => {
  expect(await send({ url: "https://flow.example/1" }, { ...open, post: async () => answer })).toMatchObject(told);
});

test("an address that we do not go to is not kept, nor one that is none (S10)", async () => {
  const closed = createOutgoing({ allowPrivate: false });
  const teams = createTeams({ publicUrl: "https://belfry.example", outgoing: closed });
  const connect = (address: string) =>
    teams.connect!({ workspaceId: "wsp_1" as WorkspaceId, email: "", address, signal: AbortSignal.timeout(1000) });
  for (const address of [
    "",
    "teams",
    "http://flow.example/1",
    "https://127.0.0.1/1",
    "https://[::1]/",
    "https://a:b@x.y",
  ]) {
    expect(await connect(address)).toEqual({ objection: expect.stringMatching(/\.$/) });
  }
  expect(await connect("https://prod-1.logic.azure.com/workflows/1?sig=secret")).toEqual({
    label: "prod-1.logic.azure.com",
    config: { url: "https://prod-1.logic.azure.com/workflows/1?sig=secret" },
  });
  closed.close();
});
