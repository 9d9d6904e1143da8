import { onChannel } from "./api";
import { act, expectUnread, itemIn, openBell, panelOf, popupsOf } from "./bell";
import { dealFor } from "./events";
import { expect, type Page, signIn, test } from "./fixtures";

const ACTIONS = [
  "Don't show me these again",
  "Mute sound",
  "Go to notification preferences",
  "Mark as read",
  "Archive",
  "Snooze",
  "Why this?",
];

test("offers the same in the bell and in a pop-up, by keyboard (R12)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada);
  await api.post(dealFor(ada, "ACME renewal"));
  const popup = itemIn(popupsOf(page), /ACME renewal/);
  await expect(popup).toBeVisible();
  await page.keyboard.press("F6");
  await page.keyboard.press("Shift+Tab");
  await expect(popup.getByRole("button", { name: "More actions" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expectActions(page);
  await page.keyboard.press("Escape");
  await expect(popup.getByRole("button", { name: "More actions" })).toBeFocused();
  await expect(popup).toBeVisible();

  const item = itemIn(await openBell(page), /ACME renewal/);
  await item.getByRole("button", { name: "More actions" }).press("Enter");
  await expectActions(page);
});

test("does not show these again, and the very next event obeys; undo takes it back (R12)", async ({
  page,
  person,
  api,
}) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada);
  await api.post(dealFor(ada, "First"));
  await act(page, itemIn(popupsOf(page), /First/), "Don't show me these again");
  await expect(page.getByText("“Deal assigned to you” is off on desktop")).toBeVisible();
  await expect(popupsOf(page).getByRole("article")).toHaveCount(0);
  await expect
    .poll(() => becameOf("Second"))
    .toMatchObject({ outcome: "suppressed", reason: "preference_off", source: "user" });

  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => becameOf("Third")).toMatchObject({ outcome: "sent", source: "catalogue" });
  await expect(itemIn(popupsOf(page), /Third/).first()).toBeVisible();

  async function becameOf(title: string) {
    const id = await api.post(dealFor(ada, title));
    return onChannel(await api.decided(id), "bell");
  }
});

test("says that a required topic stays on (R54)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post({ topic: "announcements.posted", recipients: [{ user: ada.id }], title: "New plans from January" });
  await signIn(page, ada);
  const item = (await openBell(page)).getByRole("article");
  await item.getByRole("button", { name: "More actions" }).click();
  const hide = page.getByRole("menuitem", { name: "Don't show me these again", exact: true });
  await expect(hide).toHaveAccessibleDescription("Required by your company");
  await hide.click();
  await expect(page.getByText(/Your company requires “.+” on desktop\./)).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
});

test("mutes the topic of a notification, and takes it back (R24)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "ACME renewal"));
  await signIn(page, ada);
  const item = itemIn(await openBell(page), /ACME renewal/);
  await act(page, item, "Mute sound");
  await expect(page.getByText("“Deal assigned to you” is silent")).toBeVisible();
  await item.getByRole("button", { name: "More actions" }).click();
  const mute = page.getByRole("menuitem", { name: "Mute sound", exact: true });
  await expect(mute).toBeDisabled();
  await expect(mute).toHaveAccessibleDescription("Silent already");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo" }).click();
  await item.getByRole("button", { name: "More actions" }).click();
  await expect(mute).toBeEnabled();
});

test("goes to exactly this topic of the preferences (R12)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "ACME renewal"));
  await signIn(page, ada);
  await act(page, itemIn(await openBell(page), /ACME renewal/), "Go to notification preferences");
  await expect(page).toHaveURL(/\/settings\/notifications\/desktop\?topic=deals\.assigned$/);
  await expect(panelOf(page)).toHaveCount(0);
  await expect(page.getByRole("checkbox", { name: "Deal assigned to you" })).toBeFocused();
});

test("snoozes until a time of the person's own, and undo wakes it (U7)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.post(dealFor(ada, "ACME renewal"));
  await api.post(dealFor(ada, "Northwind expansion"));
  await signIn(page, ada);
  const panel = await openBell(page);
  const item = itemIn(panel, /ACME renewal/);
  await item.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Snooze", exact: true }).press("ArrowRight");
  await expect(page.getByRole("menuitem", { name: "Tomorrow morning, 08:00" })).toBeVisible();
  await page.getByRole("menuitem", { name: "In an hour" }).press("Enter");
  await expect(page.getByText("Snoozed for an hour")).toBeVisible();
  await expect(item).toHaveCount(0);
  await expectUnread(page, 1);
  await expect(itemIn(panel, /Northwind/)).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(item).toBeVisible();
  await expectUnread(page, 2);
});

test("explains itself in the pop-up, which stays meanwhile (U17)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await page.clock.install();
  await signIn(page, ada);
  await api.post(dealFor(ada, "ACME renewal"));
  const popup = itemIn(popupsOf(page), /ACME renewal/);
  await act(page, popup, "Why this?");
  await page.clock.runFor(1_000);
  const why = popup.getByRole("region", { name: "Why this?" });
  await expect(why).toContainText("This deal is assigned to you");
  await page.mouse.move(10, 400);
  await bodyFocus(page);
  await page.clock.runFor(60_000);
  await expect(why).toBeVisible();
  await why.getByRole("button", { name: "Hide" }).click();
  await expect(why).toHaveCount(0);
  await expect(popup.getByRole("button", { name: "More actions" })).toBeFocused();
});

async function bodyFocus(page: Page) {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

async function expectActions(page: Page) {
  for (const [index, name] of ACTIONS.entries())
    await expect(page.getByRole("menuitem").nth(index)).toHaveAccessibleName(name);
  await expect(page.getByRole("menuitem")).toHaveCount(ACTIONS.length);
}
