import type { Locator, Page } from "@playwright/test";
import type { Api } from "./api";
import { expect, type Person } from "./fixtures";

/** A group of its own for one test, so that its counts are of its own people. */
export async function groupOf(api: Api, name: string, people: Person[]): Promise<{ id: string; name: string }> {
  const id = `${name.toLowerCase().replace(/\W+/g, "-")}-${Date.now()}`;
  await api.putGroup(
    id,
    name,
    people.map(({ id: user }) => ({ user })),
  );
  return { id, name };
}

/** Makes a profile on the page and gives it a group; ends on its page. */
export async function makeProfile(page: Page, name: string, group?: string): Promise<void> {
  await page.getByRole("button", { name: "New profile" }).click();
  const asked = page.getByRole("dialog", { name: "New profile" });
  await asked.getByRole("textbox", { name: "Name" }).fill(name);
  await asked.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
  if (group) await chooseGroup(page, name, group);
}

async function chooseGroup(page: Page, profile: string, group: string): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: "Choose groups" }).click();
  const dialog = page.getByRole("dialog", { name: `Who gets ${profile}?` });
  await dialog.getByRole("searchbox", { name: "Search groups" }).fill(group);
  await dialog.getByRole("checkbox", { name: group, exact: true }).click();
  await dialog.getByRole("button", { name: "Save groups" }).click();
  await expect(dialog).toBeHidden();
}

/** Another tab is another page: what is clicked before it is there would be clicked on the one before. */
export async function chooseTab(page: Page, name: string): Promise<void> {
  await page.getByRole("tab", { name }).click();
  await expect(page.getByRole("tab", { name, selected: true })).toBeVisible();
}

/** A topic's checkbox, with its section unfolded. */
export async function topicIn(page: Page, section: string, topic: string) {
  const fold = page.getByRole("button", { name: section, exact: true });
  if ((await fold.getAttribute("aria-expanded")) === "false") await fold.click();
  return page.getByRole("checkbox", { name: topic, exact: true });
}

/** What is changed and not saved yet, and what it would do. */
export function bar(page: Page): Locator {
  return page.getByRole("region", { name: "Unsaved changes" });
}

/** Opens the menu of a profile and takes one of its items. */
export async function actOn(page: Page, profile: string, item: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${profile}`, exact: true }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

/** The profiles as the list shows them, strongest first. */
export async function profileNames(page: Page): Promise<string[]> {
  return page.getByRole("navigation", { name: "Profiles" }).getByRole("link").locator("bdi").allTextContents();
}
