import type { BrowserContext } from "@playwright/test";
import { onChannel } from "./api";
import { act, expectUnread, itemIn, openBell } from "./bell";
import { changeDatabase } from "./database";
import { dealFor } from "./events";
import { expect, type Person, signIn, test, whileListening } from "./fixtures";
import type { Server } from "./server";

// A page shows them itself then, and what it shows can be looked at.
test.use({ serviceWorkers: "block" });

interface Shown {
  title: string;
  tag: string;
  open: boolean;
}

test("tells who is elsewhere once over all tabs, leads to the record, and goes once it is read (R26 to R28)", async ({
  page,
  person,
  api,
  server,
  context,
}) => {
  const ada = await person("Ada Lovelace");
  const shown = await watchNotifications(context);
  await signIn(page, ada);
  const tabs = [page, await context.newPage(), await context.newPage()];
  for (const tab of tabs.slice(1)) await whileListening(tab, () => tab.goto("/inbox"));
  leaveTheDesk(server, ada);

  const id = await api.post(dealFor(ada, "ACME renewal"));
  await expect.poll(() => shown).toMatchObject([{ title: "Grace Hopper assigned you ACME renewal", open: true }]);
  for (const tab of tabs) await expectUnread(tab, 1);
  const event = await api.event(id);
  expect(["browser", "popup"].map((name) => onChannel(event, name)?.reason)).toEqual(["delivered", "not_in_app"]);

  await context.route("https://crm.example/**", (route) => route.fulfill({ body: "The deal" }));
  const [record] = await Promise.all([context.waitForEvent("page"), click(context)]);
  await expect(record).toHaveURL(/^https:\/\/crm\.example\/deals\//);
  for (const tab of tabs) await expectUnread(tab, 0);
  expect(shown).toMatchObject([{ open: false }]);

  leaveTheDesk(server, ada);
  await api.post(dealFor(ada, "Globex"));
  await expect.poll(() => shown).toMatchObject([{ open: false }, { title: /Globex/, open: true }]);
  await act(page, itemIn(await openBell(page), /Globex/), "Mark as read");
  await expect.poll(() => shown).toMatchObject([{ open: false }, { open: false }]);
});

/** As if nothing had been touched for two minutes, with Belfry open all the while. */
function leaveTheDesk(server: Server, { id }: Person): void {
  changeDatabase(server, "update presence set active_at = active_at - 120000 where user_id = ?", id);
}

/** A browser that has been allowed to show them, and shows them to this list. */
async function watchNotifications(context: BrowserContext): Promise<Shown[]> {
  const shown: Shown[] = [];
  await context.exposeBinding("noteNotification", (_, title: string, tag: string, open: boolean) => {
    const known = shown.find((one) => one.tag === tag);
    if (known) known.open = open;
    else shown.push({ title, tag, open });
  });
  await context.addInitScript(() => {
    const note = (one: Stub, open: boolean) =>
      (window as never as { noteNotification(...said: unknown[]): void }).noteNotification(one.title, one.tag, open);
    class Stub {
      static permission = "granted";
      static latest: Stub | null = null;
      static requestPermission = async () => "granted";
      onclick: (() => void) | null = null;
      onclose: (() => void) | null = null;
      tag: string;
      constructor(
        readonly title: string,
        { tag }: { tag: string },
      ) {
        this.tag = tag;
        Stub.latest = this;
        note(this, true);
      }
      close() {
        note(this, false);
        this.onclose?.();
      }
    }
    Object.assign(window, { Notification: Stub });
  });
  return shown;
}

/** Clicks what was shown last, in whichever tab showed it. */
async function click(context: BrowserContext): Promise<void> {
  for (const page of context.pages()) {
    await page.evaluate(() => (Notification as never as { latest: { onclick(): void } | null }).latest?.onclick());
  }
}
