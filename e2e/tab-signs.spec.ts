import type { Page } from "@playwright/test";
import { openBell } from "./bell";
import { dealFor } from "./events";
import { expect, signIn, test, whileListening } from "./fixtures";

test("title, icon and app badge say the count in every tab within 2 s, and are gone at zero (R9, R11, U20)", async ({
  page,
  person,
  api,
  context,
}) => {
  const ada = await person("Ada Lovelace");
  await context.addInitScript(() => {
    Object.assign(navigator, {
      setAppBadge: async (count: number) => void Object.assign(window, { appBadge: count }),
    });
  });
  await signIn(page, ada);
  const settings = await context.newPage();
  await whileListening(settings, () => settings.goto("/settings/notifications/desktop"));
  const [plain] = [await iconOf(page)];
  for (const title of ["First", "Second", "Third"]) await api.post(dealFor(ada, title));
  for (const tab of [page, settings]) await expectSigns(tab, 3, "/icons/unread.svg");
  await expect(page).toHaveTitle("(3) Inbox · Belfry");
  expect((await page.request.get("/icons/unread.svg")).headers()["content-type"]).toContain("image/svg+xml");

  // The checkbox is about the icon alone.
  await settings.getByRole("checkbox", { name: "Show a red dot in the browser tab" }).click();
  for (const tab of [page, settings]) await expectSigns(tab, 3, plain);
  await settings.getByRole("checkbox", { name: "Show a red dot in the browser tab" }).click();
  for (const tab of [page, settings]) await expectSigns(tab, 3, "/icons/unread.svg");

  // Another page of the same tab brings a title of its own.
  await settings.getByRole("tab", { name: "Email" }).click();
  await expect(settings).toHaveURL(/email/);
  await expectSigns(settings, 3, "/icons/unread.svg");

  await (await openBell(page)).getByRole("button", { name: "Mark all as read" }).click();
  for (const tab of [page, settings]) await expectSigns(tab, 0, plain);
  await expect(page).toHaveTitle("Inbox · Belfry");
});

async function expectSigns(page: Page, count: number, icon: string): Promise<void> {
  const signs = async () => ({
    title: /^\((\d+)\) /.exec(await page.title())?.[1] ?? "0",
    icon: await iconOf(page),
    badge: await page.evaluate(() => (window as never as { appBadge?: number }).appBadge ?? 0),
  });
  await expect.poll(signs, { timeout: 2_000 }).toEqual({ title: String(count), icon, badge: count });
}

function iconOf(page: Page): Promise<string> {
  return page.evaluate(
    () => document.querySelector("link[rel~=icon][type='image/svg+xml']")?.getAttribute("href") ?? "none",
  );
}
