import type { Page } from "@playwright/test";
import { bellOf, expectUnread, itemIn, panelOf } from "./bell";
import { dealFor } from "./events";
import { expect, signIn, test } from "./fixtures";
import { tabTo } from "./tab-to";

test("does the whole job of the bell without a pointer, with the focus always in sight (U29)", async ({
  page,
  person,
  api,
}) => {
  const ada = await person("Ada Lovelace");
  for (const title of ["First", "Second", "Third"]) await api.post(dealFor(ada, title));
  await signIn(page, ada);
  const panel = panelOf(page);

  await tabTo(page, bellOf(page));
  await page.keyboard.press("Enter");
  await expect(panel).toBeVisible();

  // Read one.
  await tabTo(page, itemIn(panel, /Third/).getByRole("button", { name: "More actions" }));
  await page.keyboard.press("Enter");
  await pick(page, "Mark as read");
  await expectUnread(page, 2);
  await expect(itemIn(panel, /Third/).getByRole("button", { name: "More actions" })).toBeFocused();

  // Why another?
  await tabTo(page, itemIn(panel, /Second/).getByRole("button", { name: "More actions" }));
  await page.keyboard.press("Enter");
  await pick(page, "Why this?");
  await expect(itemIn(panel, /Second/).getByRole("region", { name: "Why this?" })).toContainText("assigned to you");
  await tabTo(page, panel.getByRole("button", { name: "Hide" }));
  await page.keyboard.press("Enter");
  await expect(itemIn(panel, /Second/)).toBeFocused();

  // Archive it, and think again.
  await tabTo(page, itemIn(panel, /Second/).getByRole("button", { name: "More actions" }));
  await page.keyboard.press("Enter");
  await pick(page, "Archive");
  await expect(itemIn(panel, /Second/)).toHaveCount(0);
  await expect(itemIn(panel, /First/)).toBeFocused();
  await page.keyboard.press("Alt+T");
  await tabTo(page, page.getByRole("button", { name: "Undo" }));
  await page.keyboard.press("Enter");
  await expect(itemIn(panel, /Second/)).toBeVisible();

  // Mark the rest, and leave.
  await tabTo(page, panel.getByRole("button", { name: "Mark all as read" }));
  await page.keyboard.press("Enter");
  await expectUnread(page, 0);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(bellOf(page)).toBeFocused();
});

test("goes through the feed by Page Down, Page Up, Ctrl+Home and Ctrl+End (U3)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  for (const title of ["First", "Second", "Third"]) await api.post(dealFor(ada, title));
  await signIn(page, ada);
  await bellOf(page).focus();
  await page.keyboard.press("Enter");
  const panel = panelOf(page);
  await tabTo(page, itemIn(panel, /Third/).getByRole("link"));
  const steps = [
    ["PageDown", /Second/],
    ["PageDown", /First/],
    ["PageDown", /First/],
    ["PageUp", /Second/],
    ["Control+Home", /Third/],
    ["Control+End", /First/],
  ] as const;
  for (const [key, title] of steps) {
    await page.keyboard.press(key);
    await expect(itemIn(panel, title)).toBeFocused();
  }
});

test("leads past the header to the content by the first Tab", async ({ asResident }) => {
  const page = await asResident("quiet");
  await page.goto("/inbox");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

async function pick(page: Page, name: string): Promise<void> {
  const item = page.getByRole("menuitem", { name, exact: true });
  await expect(item).toBeVisible();
  for (let presses = 0; presses < 10; presses++) {
    if (await item.evaluate((element) => element === document.activeElement)) return page.keyboard.press("Enter");
    const left = await page.evaluateHandle(() => document.activeElement);
    await page.keyboard.press("ArrowDown");
    // The menu moves the focus a task later; a press before that would count from the same place again.
    await page.waitForFunction((left) => left !== document.activeElement, left);
  }
  throw new Error(`10 presses of Arrow Down do not lead to ${name}`);
}
