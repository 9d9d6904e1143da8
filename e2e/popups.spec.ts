import { onChannel } from "./api";
import { bellOf, expectUnread, itemIn, openBell, popupsOf } from "./bell";
import { dealFor } from "./events";
import { expect, signIn, takeSession, test, whileListening } from "./fixtures";

test("stands bottom right, takes no focus, and goes by Close (R14)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada);
  await bellOf(page).focus();
  await api.post(dealFor(ada, "ACME renewal"));
  const popup = itemIn(popupsOf(page), "Grace Hopper assigned you ACME renewal");
  await expect(popup).toBeVisible();
  await expect(bellOf(page)).toBeFocused();
  const { width, height } = page.viewportSize()!;
  const box = (await popup.boundingBox())!;
  expect(box.x + box.width).toBeGreaterThan(width - 40);
  expect(box.y + box.height).toBeGreaterThan(height - 40);

  await popup.getByRole("button", { name: "Close" }).click();
  await expect(popup).toHaveCount(0);
  // Closing is not reading.
  await expectUnread(page, 1);
});

test("is announced once, politely (U5)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada);
  const status = page.locator("[role=status][aria-live=polite]").filter({ hasText: "ACME renewal" });
  await expect(status).toHaveCount(0);
  await api.post(dealFor(ada, "ACME renewal"));
  await expect(status).toHaveText("Grace Hopper assigned you ACME renewal");
});

test("closes all by Shift and Close (R14)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada);
  for (const title of ["First", "Second", "Third"]) await api.post(dealFor(ada, title));
  await expect(popupsOf(page).getByRole("article")).toHaveCount(3);
  await popupsOf(page)
    .getByRole("button", { name: "Close" })
    .first()
    .click({ modifiers: ["Shift"] });
  await expect(popupsOf(page).getByRole("article")).toHaveCount(0);
  await expectUnread(page, 3);
});

test("shows three at most and leads to the rest in the bell (U6)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada);
  for (const title of ["First", "Second", "Third", "Fourth", "Fifth"]) await api.post(dealFor(ada, title));
  await expectUnread(page, 5);
  await expect(popupsOf(page).getByRole("article")).toHaveCount(3);
  await expect(popupsOf(page).getByRole("article").first()).toHaveAccessibleName(/Fifth/);
  await popupsOf(page).getByRole("button", { name: "2 more" }).click();
  await expect(page.getByRole("dialog", { name: "Notifications" }).getByRole("article")).toHaveCount(5);
});

test("is reached by F6 and closed by Escape, and the focus goes back (U6)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada);
  await bellOf(page).focus();
  await api.post(dealFor(ada, "ACME renewal"));
  await expect(popupsOf(page).getByRole("article")).toHaveCount(1);
  await page.keyboard.press("F6");
  await expect(popupsOf(page).getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(popupsOf(page).getByRole("article")).toHaveCount(0);
  await expect(bellOf(page)).toBeFocused();
});

test("leaves by itself, but not while a pointer is on it (U6)", async ({ page, person, api }) => {
  test.skip(process.env.REALTIME === "none", "The clock that it moves is also the one by which the tab asks.");
  const ada = await person("Ada Lovelace");
  await page.clock.install();
  await signIn(page, ada);
  await api.post(dealFor(ada, "ACME renewal"));
  const popup = popupsOf(page).getByRole("article");
  await expect(popup).toBeVisible();
  await page.clock.runFor(4_000);
  await popup.hover();
  await page.clock.runFor(60_000);
  await expect(popup).toBeVisible();
  await page.mouse.move(10, 400);
  await page.clock.runFor(5_000);
  await expect(popup).toBeVisible();
  await page.clock.runFor(2_000);
  await expect(popup).toHaveCount(0);
});

test("is not sent to somebody who is not there, and the event says so (R15)", async ({ person, api }) => {
  const away = await person("Ada Lovelace");
  const id = await api.post(dealFor(away, "ACME renewal"));
  const event = await api.decided(id);
  expect(event.decisions.map(({ user }) => user)).toEqual([away.id]);
  expect(onChannel(event, "bell")).toMatchObject({ outcome: "sent", reason: "delivered" });
  expect(onChannel(event, "popup")).toMatchObject({ outcome: "suppressed", reason: "not_in_app" });
});

test("does not come up for somebody who is not at the tab, though the bell rings (R15)", async ({
  page,
  person,
  api,
}) => {
  const ada = await person("Ada Lovelace");
  // Opened behind another window, and never touched.
  await page.addInitScript(() => {
    document.hasFocus = () => false;
  });
  await takeSession(page, ada);
  await whileListening(page, () => page.goto("/inbox"));
  const id = await api.post(dealFor(ada, "ACME renewal"));
  await expectUnread(page, 1);
  expect(onChannel(await api.event(id), "popup")).toMatchObject({ outcome: "suppressed", reason: "not_in_app" });
  await expect(popupsOf(page).getByRole("article")).toHaveCount(0);
});

test("does not cover the open panel: what arrives is there already", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada);
  const panel = await openBell(page);
  await api.post(dealFor(ada, "ACME renewal"));
  await expect(itemIn(panel, /ACME renewal/)).toBeVisible();
  await expect(popupsOf(page)).toBeHidden();
});
