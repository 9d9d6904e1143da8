import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Message } from "@/lib/channels/channel";
import { exampleChannel } from "@/lib/channels/content.fixture";
import { EventInput } from "@/lib/core/event";
import type { FeedItem } from "@/lib/core/feed-item";
import { leadsOn } from "@/lib/core/leads-on";
import { pushMessage } from "@/lib/core/push-message";
import { TopicTemplates } from "@/lib/core/topic-templates";
import { ownAddress } from "@/lib/service-worker/own-address";
import { saveTemplates } from "../catalogue/save-templates";
import { deliveringIn } from "../delivery/testing";
import { startWorkspace } from "../testing";
import { openNotification } from "./open-notification";

const OURS = "https://belfry.example";
const KEY = "deals.stage_changed";
/** Ways to run a script, and ways to leave the site unseen. */
const HOSTILE = [
  ...readFileSync("e2e/xss-payloads.txt", "utf8").trimEnd().split("\n"),
  ...["//evil.example", "/\\evil.example", "https:evil.example", "https:///evil.example", "/\t/evil.example"],
  ...[
    "\n//evil.example",
    " //evil.example",
    "https://belfry.example@evil.example",
    "\u3002//evil.example",
    "/n/../..//evil.example",
  ],
  ...[
    "javascript&colon;alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "vbscript:x",
    "blob:https://evil.example/1",
  ],
];
let here: Awaited<ReturnType<typeof startWorkspace>>;
let ids: string[];

beforeAll(async () => {
  here = await startWorkspace();
  await here.addUsers(["ada"]);
  const ctx = here.asUser("ada");
  const boss = { ...ctx, actor: { ...ctx.actor, role: "super_admin" as const } };
  const templates = TopicTemplates.parse({ url: "{{ data.link }}" });
  await saveTemplates.run(boss, { key: KEY, templates });
  const recipients = [{ user: "ada", as: "owner" }];
  for (const text of HOSTILE) await here.publish({ topic: KEY, recipients, data: { link: text, file_url: text } });
  ids = (await here.decide()).flatMap(({ notificationIds }) => notificationIds);
});
afterAll(() => here.close());

/** As a browser reads it. */
const read = (link: string) => new URL(link, OURS);

test("S8, S9: whatever fills the links of a notification, they run nothing, and who opens it stays here or goes where it says", async () => {
  expect(ids).toHaveLength(HOSTILE.length);
  const items: FeedItem[] = [];
  for (const id of ids) items.push(await openNotification.run(here.asUser("ada"), { id }));
  for (const { url, fileUrl } of items) {
    for (const link of [url, fileUrl]) {
      if (link === null) continue;
      expect(read(link).protocol).toMatch(/^(https?|mailto):$/);
      if (link.startsWith("/")) expect(read(link).origin).toBe(OURS);
    }
    const to = leadsOn(url);
    // Another site only by its whole address, with the host that mails and lists show beside it.
    if (to !== null && read(to).origin !== OURS) expect(to).toContain(`://${read(to).host}`);
  }
});

test("S8: what an app itself gives as a link is refused, or runs nothing", () => {
  const event = { topic: KEY, recipients: [{ user: "ada" }] };
  for (const url of HOSTILE) {
    const subject = { type: "deal", id: "1", url };
    for (const posted of [{ url }, { subject }]) {
      const { success } = EventInput.safeParse({ ...event, ...posted });
      if (success) expect(read(url).protocol).toMatch(/^(https?|mailto):$/);
    }
  }
});

test("S8: a push says the same, and a click on it opens that notification, never what it names", async () => {
  const pushed: Message[] = [];
  const push = exampleChannel(
    async ({ messages }) => {
      pushed.push(...messages);
      return messages.map(() => ({ outcome: "sent" }));
    },
    { channel: "push", oneProvider: false, keyMemory: 0 },
  );
  const mine = deliveringIn(here, [push]);
  await mine.want("ada", "mobile");
  const recipients = [{ user: "ada", as: "owner" }];
  for (const link of HOSTILE.slice(-5)) await here.publish({ topic: KEY, recipients, data: { link }, title: link });
  const fresh = (await here.decide()).flatMap(({ notificationIds }) => notificationIds);
  await mine.queue(fresh.map((notificationId) => ({ channel: "push", notificationId })));
  await mine.deliver();
  const opened = pushed.map(({ content }) =>
    ownAddress(pushMessage(content, { hidesText: false, short: false }).url, OURS),
  );
  expect(opened.sort()).toEqual(fresh.map((id) => `${OURS}/n/${id}`).sort());
  // A push that somebody else put together opens a page of ours, too.
  for (const text of HOSTILE) expect(read(ownAddress(text, OURS)).origin).toBe(OURS);
});
