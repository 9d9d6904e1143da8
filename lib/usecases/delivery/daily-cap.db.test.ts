import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { takePlaces } from "@/db/queries/mail-counts";
import { notifications } from "@/db/schema/notifications";
import { startWorkspace } from "../testing";
import type { Delivering } from "./call";
import { deliveringIn, mailProvider } from "./testing";

const opened: Awaited<ReturnType<typeof startWorkspace>>[] = [];
let here: Awaited<ReturnType<typeof startWorkspace>>;
let mail: ReturnType<typeof mailProvider>;

beforeEach(async () => {
  here = await startWorkspace();
  opened.push(here);
  await here.addUsers(["ada", "bo"]);
  mail = mailProvider();
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

const make = (more: Partial<Delivering> = {}) => deliveringIn(here, [mail.channel], more);

test("R33: the mail after the cap is dropped and says so; the next day in the recipient's zone there is room again", async () => {
  const mine = make({ dailyCap: 3 });
  await here.addUser("ada", { time_zone: "Pacific/Auckland" });
  await mine.want("ada", "email");
  await mine.want("bo", "email");
  const mails = async (count: number, user = "ada") => {
    const ids = await mine.queue(
      (await mine.notify(count, () => user)).map((notificationId) => ({ channel: "email", notificationId })),
    );
    await mine.deliver();
    return (await mine.rows(ids)).map(({ reason }) => reason);
  };
  // A mail that is refused gives its place back.
  mail.answer = () => [{ outcome: "failed", reason: "provider_rejected" }];
  expect(await mails(2)).toEqual(["provider_rejected", "provider_rejected"]);
  mail.answer = () => [{ outcome: "sent" }];
  expect(await mails(2)).toEqual(["delivered", "delivered"]);
  expect((await mails(3)).sort()).toEqual(["daily_cap", "daily_cap", "delivered"]);
  expect(await mails(1, "bo")).toEqual(["delivered"]);
  // 12:00 UTC is 01:00 in Auckland: its day ends at 11:00 UTC.
  here.pass(23 * 3_600_000 - 1);
  expect(await mails(1)).toEqual(["daily_cap"]);
  here.pass(1);
  expect(await mails(4)).toEqual(["delivered", "delivered", "delivered", "daily_cap"]);
});

test("A15: of one topic, address and day the 1,000th mail is sent and the 1,001st dropped, which its decision says (R33)", async () => {
  const mine = make();
  const counted = { workspaceId: here.workspaceId, address: "ada@example.com", day: "2026-11-21" };
  await here.db.transact((tx) => takePlaces(tx, [{ ...counted, topic: "deals.stage_changed", taken: 999 }]));
  for (const topic of ["deals.stage_changed", "deals.assigned"]) await mine.want("ada", "email", true, topic);
  const mails = async (topic: string, user = "ada") => {
    const recipients = ["owner", "assignee"].map((as) => ({ user, as }));
    const id = await here.publish({ topic, recipients });
    await here.decide();
    await mine.deliver();
    return `${(await mine.decisionOf(id))?.outcome} ${(await mine.decisionOf(id))?.reason}`;
  };
  expect(await mails("deals.stage_changed")).toBe("sent delivered");
  expect(await mails("deals.stage_changed")).toBe("suppressed daily_cap");
  expect(await mails("deals.assigned")).toBe("sent delivered");
  await mine.want("bo", "email");
  expect(await mails("deals.stage_changed", "bo")).toBe("sent delivered");
  here.pass(12 * 3_600_000 - 1);
  expect(await mails("deals.stage_changed")).toBe("suppressed daily_cap");
  here.pass(1);
  expect(await mails("deals.stage_changed")).toBe("sent delivered");
});

test("R33: a mail that is read before its next try gives its place back", async () => {
  const mine = make({ dailyCap: 1 });
  await mine.want("ada", "email");
  mail.answer = () => [{ outcome: "retry", ambiguous: false, status: 503, retryAfter: "3600" }];
  const [id = ""] = await mine.notify(1);
  await mine.deliver();
  mail.answer = () => [{ outcome: "sent" }];
  // Read on a page whose server does not know of the try: the last look ends it.
  await here.db.transact((tx) =>
    tx.update(notifications).set({ readAt: here.asApp().now }).where(eq(notifications.id, id)),
  );
  here.pass(2 * 3_600_000);
  await mine.deliver();
  await mine.notify(1);
  await mine.deliver();
  expect((await mine.rows()).map(({ reason }) => reason)).toEqual(["already_read", "delivered"]);
});

test("R33: a mail that waits for its next try keeps its place and its day", async () => {
  const mine = make({ dailyCap: 1 });
  await mine.want("ada", "email");
  mail.answer = () => [{ outcome: "retry", ambiguous: false, status: 503, retryAfter: "86400" }];
  await mine.notify(1);
  await mine.deliver();
  mail.answer = () => [{ outcome: "sent" }];
  here.pass(86_400_000 + 6000);
  await mine.notify(1);
  await mine.deliver();
  expect((await mine.rows()).map(({ reason, capDay }) => [reason, capDay])).toEqual([
    ["delivered", "2026-11-21"],
    ["delivered", "2026-11-22"],
  ]);
});
