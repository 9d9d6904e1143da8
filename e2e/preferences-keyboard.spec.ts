import type { Locator, Page } from "@playwright/test";
import { expect, signIn, test } from "./fixtures";
import { allOf, rowOf, searchOf, sectionOf, topicOf } from "./preferences";

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

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press("Tab");
    await expectFocusInSight(page);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`40 presses of Tab do not lead to ${target}`);
}

/** In the window, outlined, and with nothing but its own over it (WCAG 2.4.7, 2.4.11). */
async function expectFocusInSight(page: Page): Promise<void> {
  const fault = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const name = element.getAttribute("aria-label") ?? element.textContent ?? element.id;
    const { left, top, width, height } = element.getBoundingClientRect();
    const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
    if (!onTop) return `${name} is out of the window`;
    const own = element.contains(onTop) || onTop.contains(element) || element.closest("li, h3")?.contains(onTop);
    if (!own) return `${name} is covered by ${onTop.outerHTML.slice(0, 80)}`;
    return getComputedStyle(element).outlineStyle === "none" ? `${name} has no outline` : null;
  });
  expect(fault).toBeNull();
}
