import { expectUnread, itemIn, openBell, panelOf, popupsOf } from "./bell";
import { dealFor } from "./events";
import { expect, type Page, signIn, test } from "./fixtures";
import { noteTones } from "./tones";

test("pops up though the bell is off, and does not ring (R25)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.prefer(ada.id, { channels: { bell: { enabled: false } } });
  await signIn(page, ada);
  await api.post(dealFor(ada, "ACME renewal"));
  await expect(itemIn(popupsOf(page), /ACME renewal/)).toBeVisible();
  await expectUnread(page, 0);
  await openBell(page);
  await expect(panelOf(page).getByRole("article")).toHaveCount(0);
});

test("rings without a pop-up where pop-ups are off (R25)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  await api.prefer(ada.id, { channels: { popup: { enabled: false } } });
  await signIn(page, ada);
  await api.post(dealFor(ada, "ACME renewal"));
  await expectUnread(page, 1);
  await expect(popupsOf(page).getByRole("article")).toHaveCount(0);
});

test("sounds as its topic does, else as the person chose, once (R20 to R22)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  const tones = await noteTones(page);
  const heard = () => tones(page);
  await signIn(page, ada, "/settings/notifications/desktop");
  await touch(page);
  await pops(page, "Belfry's own");
  await expect.poll(heard).toEqual([784, 1568, 2352, 1047, 2093, 3140]);

  await page.getByRole("combobox", { name: "Sound", exact: true }).selectOption("bloom");
  await pops(page, "The person's");
  await expect.poll(heard).toEqual([220, 277, 330, 440]);

  await api.prefer(ada.id, { topics: { "deals.assigned": { sound: "pebble" } } });
  await pops(page, "The topic's");
  await expect.poll(heard).toEqual([980, 1240]);

  await api.prefer(ada.id, { topics: { "deals.assigned": { sound: "none" } } });
  await pops(page, "Silent");
  await page.waitForTimeout(600);
  expect(await heard()).toEqual([]);

  async function pops(page: Page, title: string) {
    await api.post(dealFor(ada, title));
    await expect(itemIn(popupsOf(page), `Grace Hopper assigned you ${title}`)).toBeVisible();
  }
});

test("is silent, and does not complain, before anybody touched the page", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  const tones = await noteTones(page);
  const heard = () => tones(page);
  // The tests' own questions count as touching the page: what the browser would say is said here.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "userActivation", { value: { hasBeenActive: false, isActive: false } });
  });
  await signIn(page, ada);
  await api.post(dealFor(ada, "ACME renewal"));
  await expect(itemIn(popupsOf(page), /ACME renewal/)).toBeVisible();
  expect(await heard()).toEqual([]);
});

/** A browser makes no sound for somebody who has not touched the page. */
async function touch(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).click();
}
