import type { Locator, Page } from "@playwright/test";
import type { Api } from "./api";
import { bellOf, expectUnread, openBell } from "./bell";
import { dealFor } from "./events";
import { expect, type Person, signIn, test } from "./fixtures";
import { watchShifts } from "./shifts";

const TEN = Array.from({ length: 10 }, (_, number) => `New ${number}`);

test("keeps focus, scroll and layout while ten arrive (U4)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  const panel = await readingBell(page, ada, api);
  const fifth = panel.getByRole("article").nth(4);
  const title = (await fifth.getByRole("heading").textContent()) ?? "";
  await panel.getByRole("article").first().focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press("PageDown");
  await expect(fifth).toBeFocused();
  const before = await fifth.boundingBox();

  const shifts = await watchShifts(page);
  await tenArrive(page, ada, api);
  await expect(panel.getByRole("button", { name: "10 new" })).toBeVisible();
  await expect(fifth).toBeFocused();
  await expect(fifth.getByRole("heading")).toHaveText(title);
  expect(await fifth.boundingBox()).toEqual(before);
  expect(await shifts()).toBeLessThanOrEqual(0.02);
});

test("keeps its place while somebody has scrolled down (U4)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  const panel = await readingBell(page, ada, api);
  const item = panel.getByRole("article").nth(9);
  await panel.getByRole("article").nth(12).scrollIntoViewIfNeeded();
  const before = await item.boundingBox();
  await tenArrive(page, ada, api);
  await expect(panel.getByRole("button", { name: "10 new" })).toBeVisible();
  expect(await item.boundingBox()).toEqual(before);
});

test("brings the new ones and the focus to the first of them when asked (U4)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  const panel = await readingBell(page, ada, api);
  await panel.getByRole("article").nth(4).focus();
  await tenArrive(page, ada, api);
  await panel.getByRole("button", { name: "10 new" }).click();
  const first = panel.getByRole("article").first();
  await expect(first).toHaveAccessibleName("Grace Hopper assigned you New 9");
  await expect(first).toBeFocused();
  await expect(first).toBeInViewport();
});

test("lets new ones in at the top while nobody reads the list", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  const panel = await readingBell(page, ada, api);
  await tenArrive(page, ada, api);
  await expect(panel.getByRole("article").first()).toHaveAccessibleName("Grace Hopper assigned you New 9");
  await expect(panel.getByRole("button", { name: /new$/ })).toHaveCount(0);
});

test("does not move the page below when the bell rings (U4)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await signIn(page, ada);
  const shifts = await watchShifts(page);
  const place = await bellOf(page).boundingBox();
  await api.post(dealFor(ada, "ACME renewal"));
  await expectUnread(page, 1);
  expect(await bellOf(page).boundingBox()).toEqual(place);
  expect(await shifts()).toBeLessThanOrEqual(0.02);
});

/** The open bell of somebody with twenty notifications. */
async function readingBell(page: Page, ada: Person, api: Api): Promise<Locator> {
  await api.send("POST", "/events/batch", {
    events: Array.from({ length: 20 }, (_, number) => dealFor(ada, `Deal ${number}`)),
  });
  await api.expectUnread(ada.id, 20);
  await signIn(page, ada);
  const panel = await openBell(page);
  await expect(panel.getByRole("article")).toHaveCount(20);
  return panel;
}

async function tenArrive(page: Page, ada: Person, api: Api): Promise<void> {
  for (const title of TEN) await api.post(dealFor(ada, title));
  await expectUnread(page, 30);
}
