import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createEmail } from "@/lib/channels/email/email";
import type { Mail } from "@/lib/channels/email/transport";
import { TopicTemplates } from "@/lib/core/topic-templates";
import { saveTemplates } from "../catalogue/save-templates";
import { startWorkspace } from "../testing";
import { deliveringIn } from "./testing";

const TOPIC = "deals.assigned";
const WINDOW = 300;
let here: Awaited<ReturnType<typeof startWorkspace>>;
let mine: ReturnType<typeof deliveringIn>;
const mails: Mail[] = [];

const email = createEmail(
  {
    ...{ pace: { channel: 0, lane: 0 }, batch: 100, keyMemory: Number.POSITIVE_INFINITY },
    async send(given) {
      mails.push(...given);
      return given.map(() => ({ outcome: "sent" }));
    },
  },
  { from: "Belfry <belfry@example.com>", publicUrl: "https://belfry.example" },
);

beforeAll(async () => {
  here = await startWorkspace();
  await here.addUser("ada");
  here.merge(WINDOW);
  mine = deliveringIn(here, [email]);
  await mine.want("ada", "email", true, TOPIC);
});
beforeEach(() => {
  mails.length = 0;
});
afterAll(() => here.close());

/** One event for each record, within one window; then the window closes, and what it made leaves. */
async function assign(...records: string[]): Promise<void> {
  for (const title of records) {
    const subject = { type: "deal", id: title, title };
    await here.publish({ topic: TOPIC, recipients: [{ user: "ada", as: "assignee" }], subject });
    here.pass(1000);
  }
  await here.decide();
  here.pass(WINDOW * 1000);
  await here.decide();
  await mine.deliver();
}

test("a mail about several events lists their records, the newest first and each once (R78)", async () => {
  await assign("ACME renewal", "Bletchley Park", "ACME renewal");
  const [mail, ...others] = mails;
  expect(others).toEqual([]);
  expect(mail?.subject).toBe("You were assigned 3 deals");
  expect(mail?.text.match(/^- .+$/gm)).toEqual(["- ACME renewal", "- Bletchley Park"]);
  expect(mail?.html).toContain("Bletchley Park");
  // The list stands for the line that names the same.
  expect(mail?.text).not.toContain("ACME renewal, Bletchley Park");
});

test("one that lists thirty counts the rest", async () => {
  await assign(...Array.from({ length: 32 }, (_, n) => `Deal ${n + 1}`));
  expect(mails[0]?.text.match(/^- .+$/gm)).toHaveLength(30);
  expect(mails[0]?.text).toContain("- Deal 32");
  expect(mails[0]?.text).toContain("and 2 more");
});

test("one about a single event is as ever", async () => {
  await assign("ACME renewal");
  expect(mails[0]?.text).not.toMatch(/^- /m);
});

test("a company's own words for email stand as it wrote them", async () => {
  const body = "{% if notification.count > 1 %}Take care of {{ notification.titles | join: ' and ' }}.{% endif %}";
  const templates = TopicTemplates.parse({ media: { email: { body } } });
  const ada = here.asUser("ada");
  await saveTemplates.run({ ...ada, actor: { ...ada.actor, role: "super_admin" } }, { key: TOPIC, templates });
  await assign("ACME renewal", "Bletchley Park");
  expect(mails[0]?.text).toContain("Take care of Bletchley Park and ACME renewal.");
  expect(mails[0]?.text).not.toMatch(/^- /m);
});
