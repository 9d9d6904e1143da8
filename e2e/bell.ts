import { expect, type Locator, type Page } from "@playwright/test";

/** The names that api.md, section 3 gives to the bell and what is in it. */
export function bellOf(page: Page): Locator {
  return page.getByRole("banner").getByRole("button", { name: /^Notifications/ });
}

export function panelOf(page: Page): Locator {
  return page.getByRole("dialog", { name: "Notifications" });
}

export function popupsOf(page: Page): Locator {
  return page.getByRole("region", { name: "Pop-up notifications" });
}

export async function openBell(page: Page): Promise<Locator> {
  await bellOf(page).click();
  await expect(panelOf(page)).toBeVisible();
  return panelOf(page);
}

export function itemIn(list: Locator, title: string | RegExp): Locator {
  return list.getByRole("article", { name: title, exact: true });
}

/** Picks one of `More actions` of an item. */
export async function act(page: Page, item: Locator, action: string): Promise<void> {
  await item.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: action, exact: true }).click();
}

/** The accessible name says the count (api.md, section 3); `timeout` in milliseconds, where it must be soon. */
export async function expectUnread(page: Page, count: number, timeout?: number): Promise<void> {
  const name = count === 0 ? "Notifications" : `Notifications, ${count} unread`;
  await expect(bellOf(page)).toHaveAccessibleName(name, { timeout });
}
