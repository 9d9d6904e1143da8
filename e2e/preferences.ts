import { expect, type Locator, type Page } from "@playwright/test";
import type { Api } from "./api";

/** The names that api.md, section 3 gives to the preferences. */
export function topicOf(page: Page, name: string): Locator {
  return page.getByRole("checkbox", { name, exact: true });
}

export function sectionOf(page: Page, name: string): Locator {
  return page.getByRole("main").getByRole("button", { name, exact: true });
}

/** The checkbox for all of a section. */
export function allOf(page: Page, section: string): Locator {
  return page.getByRole("checkbox", { name: `All of ${section}`, exact: true });
}

export function searchOf(page: Page): Locator {
  return page.getByRole("searchbox", { name: "Search topics" });
}

/** The row of a topic: what stands beside its checkbox. */
export function rowOf(page: Page, topic: string): Locator {
  return page
    .getByRole("listitem")
    .filter({ has: topicOf(page, topic) })
    .last();
}

export async function unfold(page: Page, section: string): Promise<void> {
  const button = sectionOf(page, section);
  if ((await button.getAttribute("aria-expanded")) === "false") await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "true");
}

interface Wire {
  channels: Record<string, { enabled: boolean; source: string }>;
  topics: Record<string, Record<string, { enabled: boolean; source: string } | undefined> & { sound?: string }>;
}

/** What Belfry keeps about a person, as an app reads it. */
export async function storedOf(api: Api, user: string): Promise<Wire> {
  const answer = await api.send("GET", `/users/${user}/preferences`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Wire;
}
