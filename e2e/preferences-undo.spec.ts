import type { Page } from "@playwright/test";
import { expect, signIn, test } from "./fixtures";
import { allOf, rowOf, sectionOf, storedOf, topicOf, unfold } from "./preferences";

const EMAIL = "/settings/notifications/email";
const ASSIGNED = "Deal assigned to you";
const clear = (page: Page) => page.getByRole("button", { name: "Clear all preferences" });
const undo = (page: Page) => page.getByRole("button", { name: "Undo" });

test("clears all of one tab but what is required, without a dialog, and takes it back (R51)", async ({
  page,
  person,
  api,
}) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada, EMAIL);
  await unfold(page, "Deals");
  await topicOf(page, "Deal you own or follow changed stage").click();
  await expect
    .poll(async () => (await storedOf(api, ada.id)).topics["deals.stage_changed"]?.email?.source)
    .toBe("user");
  const before = await storedOf(api, ada.id);

  await clear(page).click();
  await expect(sectionOf(page, "Deals")).toHaveAccessibleDescription("0 of 3 on");
  await expect(topicOf(page, ASSIGNED)).not.toBeChecked();
  await expect(allOf(page, "Login alert")).toBeChecked();
  await expect
    .poll(async () => {
      const { topics } = await storedOf(api, ada.id);
      return Object.values(topics).filter(({ email }) => email?.enabled && email.source !== "required").length;
    })
    .toBe(0);
  const cleared = await storedOf(api, ada.id);
  expect(cleared.channels).toEqual(before.channels);
  expect(cleared.topics["deals.assigned"]?.desktop).toEqual(before.topics["deals.assigned"]?.desktop);

  await undo(page).click();
  await expect(sectionOf(page, "Deals")).toHaveAccessibleDescription("3 of 3 on");
  await expect(rowOf(page, ASSIGNED)).toContainText("Belfry's default");
  await expect.poll(() => storedOf(api, ada.id)).toEqual(before);
});

test("offers the undo for 10 seconds, within reach of the keyboard", async ({ page, person }) => {
  await page.clock.install();
  await signIn(page, await person("Ada Lovelace"), EMAIL);
  await clear(page).focus();
  await page.keyboard.press("Enter");
  await expect(undo(page)).toBeVisible();
  await expect(clear(page)).toBeFocused();
  await page.clock.runFor(10_000);
  await expect(undo(page)).toBeVisible();
  await page.keyboard.press("Alt+T");
  for (let presses = 0; presses < 3; presses++) {
    if (await undo(page).evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(undo(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(sectionOf(page, "Deals")).toHaveAccessibleDescription("2 of 3 on");
});

test("resets a whole tab, and takes that back too", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada, EMAIL);
  const reset = page.getByRole("button", { name: "Reset to defaults" });
  await expect(reset).toHaveCount(0);
  await allOf(page, "Deals").click();
  await allOf(page, "Tickets").click();
  await expect.poll(async () => (await storedOf(api, ada.id)).topics["tickets.assigned"]?.email?.enabled).toBe(true);
  await reset.click();
  await expect(sectionOf(page, "Deals")).toHaveAccessibleDescription("2 of 3 on");
  await expect(reset).toHaveCount(0);
  const own = async () =>
    Object.values((await storedOf(api, ada.id)).topics).filter(({ email }) => email?.source === "user").length;
  await expect.poll(own).toBe(0);
  await undo(page).click();
  await expect(sectionOf(page, "Deals")).toHaveAccessibleDescription("3 of 3 on");
  await expect.poll(own).toBeGreaterThan(0);
});

test("rolls a change back with the reason in place when it could not be saved (U7)", async ({
  page,
  person,
  faults,
}) => {
  faults.expectAlso(/net::ERR_|Failed to fetch/);
  await signIn(page, await person("Ada Lovelace"), EMAIL);
  await unfold(page, "Deals");
  await page.route("**/settings/notifications/**", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await topicOf(page, ASSIGNED).click();
  const alert = rowOf(page, ASSIGNED).getByRole("alert");
  await expect(alert).toHaveText("Not saved. Belfry did not answer. Try again.");
  await expect(topicOf(page, ASSIGNED)).toBeChecked();
  await expect(rowOf(page, ASSIGNED)).toContainText("Belfry's default");

  await clear(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "Not saved" })).toHaveCount(2);
  await expect(sectionOf(page, "Deals")).toHaveAccessibleDescription("2 of 3 on");
  await expect(undo(page)).toHaveCount(0);

  await page.unroute("**/settings/notifications/**");
  await topicOf(page, ASSIGNED).click();
  await expect(topicOf(page, ASSIGNED)).not.toBeChecked();
  await expect(alert).toHaveCount(0);
});
