import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { WorkspaceId } from "@/lib/core/workspace";
import { exampleMessage } from "../content.fixture";
import { type Fault, startStandIn } from "../testing";
import { createSlack } from "./slack";

const WORKSPACE = "wsp_1" as WorkspaceId;
let standIn: Awaited<ReturnType<typeof startStandIn>>;
let fault: Fault | null = null;

beforeAll(async () => {
  standIn = await startStandIn(() => fault);
});
afterAll(() => standIn.stop());
beforeEach(() => {
  fault = null;
  standIn.seen.length = 0;
});

function slack(token: string | null = "xoxb-good", apiUrl = `${standIn.url}/api/`) {
  return createSlack({ apiUrl, publicUrl: "https://belfry.example", tokenOf: async () => token });
}

async function send(channel = slack(), config: Record<string, unknown> | null = { user: "U-ADA" }, more = {}) {
  const sending = { messages: [exampleMessage(config, more)], key: "dlv_1", signal: AbortSignal.timeout(500) };
  return (await channel.send(sending))[0];
}

const connecting = {
  workspaceId: WORKSPACE,
  email: "ada@example.com",
  address: "",
  signal: AbortSignal.timeout(60_000),
};

test("a direct message says what happened, and its button leads to the notification of its owner", async () => {
  expect(await send()).toMatchObject({ outcome: "sent", providerId: "1700000000.000100" });
  const [call] = standIn.seen;
  const said = new URLSearchParams(call?.body);
  expect(call?.path).toBe("/api/chat.postMessage");
  expect(call?.headers.authorization).toBe("Bearer xoxb-good");
  expect(said.get("channel")).toBe("U-ADA");
  const blocks = JSON.parse(said.get("blocks") ?? "[]");
  expect(JSON.stringify(blocks[0])).toContain("*Grace assigned you ACME renewal*");
  expect(blocks.at(-1).elements[0]).toMatchObject({
    url: "https://belfry.example/n/ntf_1",
    text: { text: "Open ACME renewal" },
  });
});

test("nothing that somebody wrote is a link, a mention of all or a command (S8)", async () => {
  const title = "<!channel> <https://evil.example|click> *now*";
  await send(slack(), { user: "U-ADA" }, { title, body: "<@U123> & <!here>", actor: "<!everyone>", record: "<x>" });
  const said = new URLSearchParams(standIn.seen[0]?.body);
  for (const block of JSON.parse(said.get("blocks") ?? "[]")) {
    if (block.text?.type === "mrkdwn") expect(block.text.text).not.toMatch(/<|>/);
  }
  expect(said.get("text")).not.toMatch(/[<>]/);
});

test("the longest texts are cut to what Slack takes", async () => {
  await send(
    slack(),
    { user: "U-ADA" },
    { title: "é&".repeat(9000), body: "😀".repeat(9000), record: "r".repeat(500) },
  );
  const blocks = JSON.parse(new URLSearchParams(standIn.seen[0]?.body).get("blocks") ?? "[]");
  expect(blocks[0].text.text.length).toBeLessThanOrEqual(3000);
  expect(blocks[1].text.text.length).toBeLessThanOrEqual(3000);
  expect(blocks.at(-1).elements[0].text.text.length).toBeLessThanOrEqual(75);
});

test.each<[Fault, object]>([
  ["429 seconds", { outcome: "retry", ambiguous: false, status: 429, retryAfter: "7" }],
  ["429 bare", { outcome: "retry", ambiguous: false, status: 429 }],
  ["500", { outcome: "retry", ambiguous: true, status: 500 }],
  ["503", { outcome: "retry", ambiguous: true, status: 503 }],
  ["302", { outcome: "retry" }],
  ["hang", { outcome: "retry", ambiguous: true }],
  ["lost", { outcome: "retry", ambiguous: true }],
  ["reset mid-body", { outcome: "retry", ambiguous: true }],
  ["200 error", { outcome: "retry", ambiguous: true }],
  ["bad json", { outcome: "retry", ambiguous: true }],
])("%s is tried once, and told as %o (F19)", async (wrong, told) => {
  fault = wrong;
  expect(await send()).toMatchObject(told);
  expect(standIn.seen).toHaveLength(1);
});

test("nobody there is told apart from what may have arrived", async () => {
  const gone = await startStandIn();
  await gone.stop();
  expect(await send(slack("xoxb-good", `${gone.url}/api/`))).toMatchObject({
    outcome: "retry",
    ambiguous: false,
  });
});

test("who is gone from Slack, and a token that is refused, are ends", async () => {
  expect(await send(slack(), { user: "U-GONE" })).toMatchObject({ outcome: "failed", reason: "endpoint_gone" });
  expect(await send(slack("xoxb-bad"))).toMatchObject({
    outcome: "failed",
    reason: "provider_rejected",
    detail: "invalid_auth",
  });
  expect(await send(slack(null))).toMatchObject({ outcome: "failed", detail: "not_configured" });
  expect(await send(slack(), {})).toMatchObject({ outcome: "failed", detail: "not_configured" });
});

test("a person is found by email; who is not there, and a company without Slack, are told so", async () => {
  expect(await slack().connect!(connecting)).toEqual({ label: "Ada", config: { user: "U-ADA" } });
  expect(await slack().connect!({ ...connecting, email: "bo@example.com" })).toEqual({
    objection: "Slack knows nobody with the address bo@example.com.",
  });
  expect(await slack(null).connect!(connecting)).toMatchObject({ objection: expect.stringContaining("not set up") });
  expect(await slack("xoxb-bad").connect!(connecting)).toMatchObject({
    objection: expect.stringContaining("invalid_auth"),
  });
  fault = "503";
  expect(await slack().connect!(connecting)).toMatchObject({ objection: expect.stringContaining("Try again") });
});

test("a company's token is looked at before it is kept", async () => {
  const signal = AbortSignal.timeout(60_000);
  expect(await slack().connectAll!({ token: "xoxb-good1", signal })).toEqual({
    label: "Fjord",
    config: { token: "xoxb-good1", team: "T-1" },
  });
  expect(await slack().connectAll!({ token: "xoxb-bad", signal })).toMatchObject({
    objection: expect.stringContaining("invalid_auth"),
  });
});
