import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import Sqlite from "better-sqlite3";
import { type Api, addApp } from "./api";
import { openBell, panelOf, popupsOf } from "./bell";
import { expect, signIn, test } from "./fixtures";
import type { Person } from "./people";

/** 150 ways to run a script in a page that shows text as HTML; a line each. */
const PAYLOADS = readFileSync("e2e/xss-payloads.txt", "utf8").trimEnd().split("\n");
/** As many as a bell shows, three payloads each. */
const ITEMS = PAYLOADS.length / 3;

test("nothing that an app, a template or a sender writes runs anywhere (S8)", async ({
  server,
  api,
  person,
  another,
}) => {
  expect(new Set(PAYLOADS).size).toBe(150);
  const scopes = "events:write,broadcasts:write,directory:write,notifications:read";
  const hostile = await addApp(server, "Hostile", scopes);
  const [plain, told, reader] = [await person("Eve Plain"), await person("Eve Told"), await person("Eve Reader")];
  const boss = await person("Eve Boss", "super_admin");
  const dialogs: string[] = [];
  const open = async () => {
    const page = await another();
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    return page;
  };

  // As pop-ups, while they arrive.
  const live = await open();
  await signIn(live, reader);
  await postEvents(hostile, plain, told);
  await postBroadcasts(hostile, reader);
  await expect(popupsOf(live).getByRole("article").first()).toBeVisible();
  for (const one of [plain, told, reader]) {
    await expect.poll(async () => (await api.notifications(one.id)).unread, { timeout: 15_000 }).toBe(ITEMS);
  }
  await expectHarmless(live);

  // In the bell and the inbox, with each broadcast unfolded.
  await Promise.all([plain, told, reader].map(async (one) => readAll(await open(), one)));

  // In the preview of who writes, and in the editor that kept it.
  const writing = await open();
  await writing.addInitScript((draft) => sessionStorage.setItem("belfry-broadcast", draft), draftOf(PAYLOADS));
  await signIn(writing, boss, "/admin/broadcasts/new");
  await expect(writing.getByRole("region", { name: "Preview" })).toContainText("The end of the draft");
  await expectHarmless(writing);

  // In the mails, with no policy of ours around them.
  const mails = () => mailsTo(server.databaseUrl, [plain, reader]);
  await expect.poll(() => mails().length, { timeout: 15_000 }).toBe(2 * ITEMS);
  const mailbox = await open();
  await mailbox.setContent("<body></body>");
  await mailbox.evaluate(showAll, mails());
  for (const frame of mailbox.frames()) await expectHarmless(frame);
  expect(dialogs).toEqual([]);
});

async function readAll(page: Page, person: Person): Promise<void> {
  await signIn(page, person);
  await expect((await openBell(page)).getByRole("article")).toHaveCount(ITEMS);
  await page.evaluate(unfoldAll);
  await expect(page.getByRole("button", { name: "Show all" })).toHaveCount(0);
  await expectHarmless(page);
  await page.keyboard.press("Escape");
  await expect(panelOf(page)).toBeHidden();
  await page.evaluate(unfoldAll);
  await expectHarmless(page);
  await page.close();
}

/** As an app writes them, and as what fills the template of a topic. */
async function postEvents(api: Api, plain: Person, told: Person): Promise<void> {
  const events = inThrees().flatMap(([one, two, three], n) => [
    {
      topic: "account.support",
      recipients: [{ user: plain.id }],
      title: one,
      body: two,
      actor: { name: three },
      subject: { type: "deal", id: String(n), title: two },
    },
    {
      topic: "apps.message",
      recipients: [{ user: told.id }],
      data: { title: two, message: three },
      actor: { name: one },
      subject: { type: "deal", id: one, title: two },
    },
  ]);
  expect((await api.send("POST", "/events/batch", { events })).status).toBe(202);
}

/** Each with three payloads in its body, where tags are allowed, and one in its title. */
async function postBroadcasts(api: Api, reader: Person): Promise<void> {
  const group = `hostile-${Date.now()}`;
  await api.putGroup(group, PAYLOADS[0]!, [{ user: reader.id }]);
  const answers = inThrees().map(([one, two, three]) =>
    api.send("POST", "/broadcasts", { title: three, body: `<p>${one}</p>${two}<br>${three}`, groups: [group] }),
  );
  for (const { status } of await Promise.all(answers)) expect(status).toBe(202);
}

function inThrees(): [string, string, string][] {
  return Array.from({ length: ITEMS }, (_, n) => [PAYLOADS[3 * n]!, PAYLOADS[3 * n + 1]!, PAYLOADS[3 * n + 2]!]);
}

function draftOf(payloads: readonly string[]): string {
  // What swallows all that follows it would hide the others.
  const body = payloads.filter((one) => !/^<(plaintext|!--|xmp|noscript|textarea|select|style|svg|math)/.test(one));
  return JSON.stringify({ title: payloads[16], body: `${body.join("<br>")}<p>The end of the draft</p>` });
}

function mailsTo(databaseUrl: string, people: readonly Person[]): string[] {
  const db = new Sqlite(databaseUrl.replace("file:", ""), { readonly: true });
  const rows = db.prepare('select "to", html from outbox').all() as { to: string; html: string }[];
  db.close();
  return rows.filter(({ to }) => people.some(({ email }) => to.includes(email))).map(({ html }) => html);
}

/** Runs in the page: no element may carry what runs, lead where something runs, or be one that none of us wrote. */
async function expectHarmless(page: Pick<Page, "evaluate">): Promise<void> {
  const found = await page.evaluate(() => {
    const isDangerous = ({ name, value }: Attr) =>
      /^on/.test(name) ||
      (/^(href|src|action|formaction|xlink:href|data)$/.test(name) && !/^(https?:|mailto:|\/|#|$)/i.test(value));
    return [...document.querySelectorAll("*")]
      .filter(
        (one) =>
          [...one.attributes].some(isDangerous) ||
          one.matches("img[src=x], marquee, embed, object, base, dialog[open] form[method=dialog]"),
      )
      .map((one) => one.outerHTML.slice(0, 200));
  });
  expect(found).toEqual([]);
}

function unfoldAll(): void {
  for (const button of document.querySelectorAll<HTMLElement>("article button[aria-expanded=false]")) {
    if (button.textContent === "Show all") button.click();
  }
}

/** Runs in the page: every mail in a frame of its own. */
async function showAll(mails: string[]): Promise<void> {
  await Promise.all(
    mails.map((html) => {
      const frame = document.createElement("iframe");
      frame.srcdoc = html;
      document.body.append(frame);
      return new Promise((resolve) => frame.addEventListener("load", resolve));
    }),
  );
}
