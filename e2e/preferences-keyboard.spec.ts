import { expect, signIn, test } from "./fixtures";
import { allOf, rowOf, searchOf, sectionOf, topicOf } from "./preferences";
import { tabTo } from "./tab-to";

const ASSIGNED = "Deal assigned to you";

test("does the whole job of the preferences without a pointer, with the focus always in sight (U14, U29)", async ({
  page,
  person,
}) => {
  await signIn(page, await person("Ada Lovelace"), "/settings/notifications/email");

  // To the tab, and to the next one.
  await tabTo(page, page.getByRole("tab", { name: "Email" }));
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Desktop" })).toBeFocused();

  // A channel, its sound, and the red dot.
  await tabTo(page, page.getByRole("switch", { name: "Pop-up" }));
  await page.keyboard.press("Space");
  await expect(page.getByRole("switch", { name: "Pop-up" })).not.toBeChecked();
  const sound = page.getByRole("combobox", { name: "Sound", exact: true });
  await tabTo(page, sound);
  await page.keyboard.press("ArrowDown");
  await expect(sound).toHaveValue("marimba");
  await tabTo(page, page.getByRole("button", { name: "Play", exact: true }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Allow notifications" }));
  const dot = page.getByRole("checkbox", { name: "Show a red dot in the browser tab" });
  await tabTo(page, dot);
  await page.keyboard.press("Space");
  await expect(dot).not.toBeChecked();

  // Search, and change one.
  await tabTo(page, searchOf(page));
  await page.keyboard.type("deal");
  await tabTo(page, topicOf(page, ASSIGNED));
  await page.keyboard.press("Space");
  await expect(topicOf(page, ASSIGNED)).not.toBeChecked();
  await tabTo(page, rowOf(page, ASSIGNED).getByRole("button", { name: /^reset/ }));
  await page.keyboard.press("Enter");
  await expect(topicOf(page, ASSIGNED)).toBeChecked();
  await expect(topicOf(page, ASSIGNED)).toBeFocused();

  // Back to all, fold one open, and set it as a whole.
  for (let presses = 0; presses < 12; presses++) {
    if (await searchOf(page).evaluate((input) => input === document.activeElement)) break;
    await page.keyboard.press("Shift+Tab");
  }
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await tabTo(page, page.getByRole("button", { name: "Clear all preferences" }));
  await tabTo(page, sectionOf(page, "Ads"));
  await page.keyboard.press("Enter");
  await expect(sectionOf(page, "Ads")).toHaveAttribute("aria-expanded", "true");
  await tabTo(page, allOf(page, "Ads"));
  await page.keyboard.press("Enter");
  await expect(allOf(page, "Ads")).toBeChecked();
  await page.keyboard.press("Space");
  await expect(allOf(page, "Ads")).not.toBeChecked();
  await tabTo(page, topicOf(page, "Ad sequence paused"));
  await page.keyboard.press("Space");
  await expect(allOf(page, "Ads")).toHaveAttribute("aria-checked", "mixed");
});
