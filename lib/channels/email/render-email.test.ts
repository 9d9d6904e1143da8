import { expect, test } from "vitest";
import type { MailData, MailItem, MailKind, RenderedMail } from "@/lib/core/mail";
import { EXAMPLE_ITEM, EXAMPLES } from "./examples";
import { INJECTIONS } from "./injections.fixture";
import { renderEmail } from "./render-email";

const KINDS = Object.keys(EXAMPLES) as MailKind[];

test.each(KINDS)("a %s says in text what it says in HTML, with links to our own pages only (U33, S9)", async (kind) => {
  const { subject, html, text } = await render(kind);
  expect(html).toMatch(/^<!doctype html><html [^>]*lang="en"/);
  expect(html).toContain('<meta name="color-scheme" content="light dark"');
  expect(html).toContain("prefers-color-scheme:dark");
  expect(html).not.toMatch(/<img|<script|<link |url\(|@import/i);
  for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^https:\/\/bell\.simla\.example\//);
  expect(subject).not.toBe("");
  expect(text).not.toMatch(/<[a-z]|&[a-z#]+;|undefined|null|\[object/i);
  for (const words of ["Ada Lovelace", "Simla", "/settings/notifications/email", "/unsubscribe/1.k3y"]) {
    expect(html).toContain(words);
    expect(text).toContain(words);
  }
});

test("one notification leads to itself, says where that leads on to, and speaks of the recipient's time", async () => {
  const { subject, html, text } = await render("notification");
  expect(subject).toBe("Grace Hopper assigned you ACME renewal");
  for (const part of [html, text]) {
    expect(part).toContain(`https://bell.simla.example/n/${EXAMPLE_ITEM.id}`);
    expect(part).toContain("Open ACME renewal");
    expect(part).toContain("Saturday, 21 November 2026 at 13:04 CET");
    expect(part).toContain("https://bell.simla.example/settings/notifications/email?topic=deals.assigned");
    expect(part).toMatch(/[Ll]eads to crm\.example/);
    expect(part).not.toContain("https://crm.example");
  }
  expect(text).toContain("Value: 12,400 EUR\nStage: Negotiation\nCloses: 4 December 2026");
});

test("is the same mail each time, so that a key keeps standing for it", async () => {
  for (const kind of KINDS) expect(await render(kind)).toEqual(await render(kind));
});

test("carries one-click unsubscribing, but not where the company requires the mail (S25, R54)", async () => {
  const { headers } = await render("notification");
  expect(headers).toMatchObject({
    "List-Unsubscribe": `<https://bell.simla.example/unsubscribe/${EXAMPLES.notification.unsubscribe}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "Auto-Submitted": "auto-generated",
  });
  const required = await render("notification", { unsubscribe: null });
  expect(Object.keys(required.headers)).toEqual(["Auto-Submitted", "X-Auto-Response-Suppress"]);
  for (const part of [required.html, required.text]) {
    expect(part).not.toContain("nsubscribe");
    expect(part).toContain("It cannot be switched off.");
  }
});

test("a digest lists what it has by where it comes from, and counts the rest", async () => {
  const { subject, html, text } = await render("digest");
  expect(subject).toBe("Your daily summary: 7 notifications");
  expect(html.match(/<h2/g)).toHaveLength(3);
  for (const part of [html, text]) expect(part).toContain("and 3 more");
  const one = await renderEmail("digest", { ...EXAMPLES.digest, items: [EXAMPLE_ITEM], total: 1, period: "catch_up" });
  expect(one.subject).toBe("While you were away: 1 notification");
  expect(one.text).not.toContain("more");
});

test("a merged mail lists its events", async () => {
  const { html, text } = await render("merged");
  for (const { title } of EXAMPLES.merged.parts) {
    expect(html).toContain(title);
    expect(text).toContain(`- ${title}`);
  }
});

test("a broadcast keeps the paragraphs and names who wrote", async () => {
  const { html, text } = await render("broadcast");
  expect(text).toContain("Dear all,\n\nOn Thursday");
  expect(html).toMatch(/>Dear all,<\/p><p/);
  for (const part of [html, text]) expect(part).toContain("Grace Hopper");
});

test.each(KINDS)("a %s of the longest texts stays below 100 KB (U33)", async (kind) => {
  const item: MailItem = {
    ...EXAMPLE_ITEM,
    title: '"'.repeat(500),
    body: "'".repeat(5000),
    record: "&".repeat(300),
    origin: "<".repeat(100),
    topic: { key: "k".repeat(120), name: '"'.repeat(120) },
  };
  const many = Array.from({ length: 200 }, (_, n) => ({ ...item, id: `${n}${"i".repeat(60)}`, origin: `${n}` }));
  const data = { item, items: many, total: 200, parts: many.map(({ title, at }) => ({ title, at })) };
  const { html, subject } = await render(kind, { ...data, unsubscribe: "u".repeat(700) });
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(100 * 1024);
  expect([...subject].length).toBeLessThanOrEqual(200);
});

test("no payload of forty makes a header or another recipient (S13)", async () => {
  expect(new Set(INJECTIONS).size).toBe(40);
  for (const payload of INJECTIONS) {
    const item = { ...EXAMPLE_ITEM, title: payload, body: payload, record: payload, origin: payload };
    const recipient = { name: payload, timeZone: "UTC" };
    for (const kind of KINDS) {
      const data = { item, sender: payload, workspace: payload, recipient };
      const { subject, headers } = await render(kind, data);
      for (const value of [subject, ...Object.values(headers)])
        expect(value).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u);
      expect(Object.keys(headers)).toHaveLength(4);
    }
    await expect(
      render("notification", { publicUrl: `https://x.example/${payload}`, unsubscribe: "t" }),
    ).rejects.toThrow("List-Unsubscribe");
  }
});

test("what people wrote is text, whatever it looks like (S8)", async () => {
  const evil = `<script>alert(1)</script><img src=x onerror=alert(1)>"><a href="javascript:alert(1)">x</a>`;
  const item = { ...EXAMPLE_ITEM, title: evil, body: evil, record: evil, origin: evil, url: "javascript:alert(1)" };
  for (const kind of KINDS) {
    const parts = [{ title: evil, at: item.at }];
    const { html } = await render(kind, { item, items: [item], parts, sender: evil, workspace: evil });
    expect(html).not.toMatch(/<script|<img|href="javascript|<a [^>]*>x</i);
    expect(html).toContain("&lt;script&gt;");
  }
});

function render<Kind extends MailKind>(kind: Kind, more: object = {}): Promise<RenderedMail> {
  return renderEmail(kind, { ...EXAMPLES[kind], ...more } as MailData[Kind]);
}
