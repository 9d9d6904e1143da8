import { afterEach, expect, test } from "vitest";
import { tryContent } from "@/lib/core/try-content";
import type { Message, OutsideChannel } from "../channel";
import { exampleMessage } from "../content.fixture";
import { type Fault, startStandIn } from "../testing";
import { createEmail } from "./email";
import { INJECTIONS } from "./injections.fixture";
import { createResend } from "./resend";
import { createSmtp } from "./smtp";
import { startMailServer } from "./testing";
import type { Transport } from "./transport";

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const email = (transport: Transport) =>
  createEmail(transport, { from: "Belfry <belfry@example.com>", publicUrl: "https://belfry.example" });

async function byResend(fault: Fault | null = null) {
  const standIn = await startStandIn(() => fault);
  stops.push(standIn.stop);
  return { standIn, channel: email(createResend({ apiKey: "re_test", baseUrl: standIn.url })) };
}

async function bySmtp(reply?: (command: string) => string | null) {
  const server = await startMailServer(reply);
  stops.push(server.stop);
  return { server, channel: email(createSmtp(server.url)) };
}

function message(more: Partial<Message> = {}, title = "Grace assigned you ACME"): Message {
  return { ...exampleMessage(null, { title }), destination: "ada@example.com", ...more };
}

async function send(channel: OutsideChannel, messages = [message()], patience = 5000) {
  return channel.send({ messages, key: messages[0]!.key, signal: AbortSignal.timeout(patience) });
}

test("Resend gets one mail with its key, by the official SDK", async () => {
  const { standIn, channel } = await byResend();
  expect(await send(channel)).toEqual([{ outcome: "sent", providerId: "id-dlv_1", status: 200 }]);
  const [request] = standIn.seen;
  expect(request).toMatchObject({ path: "/emails", key: "dlv_1" });
  expect(request?.headers.authorization).toBe("Bearer re_test");
  const body = JSON.parse(request!.body);
  expect(body).toMatchObject({ to: ["ada@example.com"], subject: "Grace assigned you ACME" });
  expect(body.text).toContain("https://belfry.example/n/ntf_1");
  expect(body.text).toContain("https://belfry.example/settings/notifications/email?topic=deals.assigned");
});

test("Resend gets a hundred mails in one call with one key, and each learns its own end", {
  timeout: 20_000,
}, async () => {
  const { standIn, channel } = await byResend();
  const messages = Array.from({ length: 100 }, (_, n) =>
    message({ key: `dlv_${n}`, destination: `user-${n}@example.com` }),
  );
  const results = await send(channel, messages, 20_000);
  expect(standIn.seen).toHaveLength(1);
  expect(standIn.seen[0]).toMatchObject({ path: "/emails/batch", key: "dlv_0" });
  expect(results[99]).toEqual({ outcome: "sent", providerId: "dlv_0-99", status: 200 });
});

test.each<[Fault, object]>([
  ["429 seconds", { outcome: "retry", ambiguous: false, status: 429, retryAfter: "7" }],
  ["429 bare", { outcome: "retry", ambiguous: false, status: 429 }],
  ["500", { outcome: "retry", ambiguous: true, status: 500 }],
  ["hang", { outcome: "retry", ambiguous: true }],
  ["reset mid-body", { outcome: "retry", ambiguous: true }],
  ["lost", { outcome: "retry", ambiguous: true }],
  ["200 error", { outcome: "retry", ambiguous: true }],
  ["bad json", { outcome: "retry", ambiguous: true }],
])("Resend: %s is told as it is (F19)", async (fault, told) => {
  const { channel } = await byResend(fault);
  expect((await send(channel, [message()], 300))[0]).toMatchObject(told);
});

test.each([
  "ada@example.com\r\nBcc: eve@example.com",
  "ada@example.com\nbcc:eve@example.com",
  "ada@example.com, eve@example.com",
  "ada@example.com;eve@example.com",
  "Ada <ada@example.com>",
  "ada@example.com\0",
  "ada@eve@example.com",
  '"ada"@example.com',
  "(c)ada@example.com",
  "",
])("an address that could be two, or a header, is refused: %j (S13)", async (destination) => {
  const { standIn, channel } = await byResend();
  const [result] = await send(channel, [message({ destination })]);
  expect(result).toMatchObject({ outcome: "failed", reason: "provider_rejected", detail: "not_an_address" });
  expect(standIn.seen).toEqual([]);
});

test("a line break in a title is no header (S13)", async () => {
  const { server, channel } = await bySmtp();
  const title = "Hello\r\nBcc: eve@example.com\r\nX-Evil: yes\0";
  expect(await send(channel, [message({}, title)])).toMatchObject([{ outcome: "sent" }]);
  const [mail] = server.mails;
  expect(mail?.to).toEqual(["<ada@example.com>"]);
  const headers = mail!.text.split("\n\n")[0]!;
  expect(headers).not.toMatch(/^(bcc|x-evil):/im);
  expect(headers).toMatch(/^Subject: Hello Bcc: eve@example.com X-Evil: yes$/m);
});

test("forty texts in every place of a mail: no provider sees another header or recipient (S13)", {
  timeout: 30_000,
}, async () => {
  const [smtp, resend] = [await bySmtp(), await byResend()];
  for (const text of ["Hello", ...INJECTIONS]) {
    const { content } = message({}, text);
    const topic = { key: "deals.assigned", name: text };
    const everywhere = {
      body: text,
      workspace: text,
      record: text,
      origin: text,
      actor: text,
      topic,
      unsubscribe: "t",
    };
    const recipient = { id: "ada", name: text, timeZone: "UTC" };
    const hostile = message({ content: { ...content, ...everywhere, recipient } });
    for (const { channel } of [smtp, resend])
      expect(await send(channel, [hostile])).toMatchObject([{ outcome: "sent" }]);
  }
  const [plain, ...mails] = smtp.server.mails.map(({ from, to, text }) => ({ from, to, headers: headersOf(text) }));
  expect(plain?.to).toEqual(["<ada@example.com>"]);
  expect(mails).toEqual(INJECTIONS.map(() => plain));
  const [known, ...asked] = resend.standIn.seen.map(({ body }) => {
    const { from, to, headers, ...rest } = JSON.parse(body);
    return { from, to, headers, names: Object.keys(rest).sort() };
  });
  expect(known?.to).toEqual(["ada@example.com"]);
  expect(asked).toEqual(INJECTIONS.map(() => known));
});

/** The names of a mail's headers. */
function headersOf(text: string): string[] {
  const lines = text.split("\n\n")[0]!.split("\n");
  return lines.filter((line) => !/^\s/.test(line)).map((line) => line.split(":", 1)[0]!);
}

test("SMTP carries both parts and one id for ever", async () => {
  const { server, channel } = await bySmtp();
  await send(channel);
  await send(channel);
  expect(server.mails).toHaveLength(2);
  for (const { text, from } of server.mails) {
    expect(from).toContain("<belfry@example.com>");
    expect(text).toMatch(/^Message-ID: <dlv_1@example.com>$/im);
    expect(text).toContain("text/plain");
    expect(text).toContain("text/html");
  }
});

test.each<[string, (command: string) => string | null, object]>([
  [
    "an unknown recipient",
    (c) => (c.startsWith("RCPT") ? "550 no such user" : null),
    { outcome: "failed", reason: "provider_rejected", status: 550 },
  ],
  [
    "a full mailbox",
    (c) => (c.startsWith("RCPT") ? "452 later" : null),
    { outcome: "retry", ambiguous: false, status: 452 },
  ],
  [
    "a refused text",
    (c) => (c === "END" ? "554 spam" : null),
    { outcome: "failed", reason: "provider_rejected", status: 554 },
  ],
  [
    "a server that closes",
    (c) => (/^(EHLO|HELO)/.test(c) ? "554 closed" : null),
    { outcome: "retry", ambiguous: false },
  ],
  ["a connection cut after the text", (c) => (c === "END" ? "drop" : null), { outcome: "retry", ambiguous: true }],
])("SMTP: %s is told as it is", async (_, reply, told) => {
  const { channel } = await bySmtp(reply);
  expect((await send(channel))[0]).toMatchObject(told);
});

test("SMTP: nobody there is not ambiguous", async () => {
  const channel = email(createSmtp("smtp://127.0.0.1:9"));
  expect((await send(channel))[0]).toMatchObject({ outcome: "retry", ambiguous: false });
});

test("a mail that cannot be drawn ends, and keeps no other of its batch from leaving", async () => {
  const { standIn, channel } = await byResend();
  const { content } = message();
  const recipient = { ...content.recipient, timeZone: "Europe/Nowhere" };
  const results = await send(channel, [message({ key: "dlv_1", content: { ...content, recipient } }), message()]);
  expect(results).toMatchObject([{ outcome: "failed", detail: "not_drawn" }, { outcome: "sent" }]);
  expect(standIn.seen).toHaveLength(1);
});

test("a test says that it was asked for, and leads to pages that are there", async () => {
  const { standIn, channel } = await byResend();
  const content = tryContent("Fjord", { id: "ada", name: "Ada", timeZone: "UTC" }, new Date(0));
  await send(channel, [message({ content })]);
  const { text, html } = JSON.parse(standIn.seen[0]!.body);
  for (const part of [text, html]) {
    expect(part).toContain("You asked for this test at Fjord.");
    expect(part).toContain("https://belfry.example/inbox");
    expect(part).not.toMatch(/\/n\/try|topic=test|required/);
  }
});
