import { bellOf, expectUnread, popupsOf } from "./bell";
import { dealFor } from "./events";
import { expect, type Page, signIn, test } from "./fixtures";
import { watchShifts } from "./shifts";

test("fifty in two seconds move nothing and are told in a few sentences (U5, U6)", async ({ page, person, api }) => {
  const ada = await person("Ada Lovelace");
  // The inbox draws them as well, in its own way.
  await signIn(page, ada, "/settings/notifications/desktop");
  await bellOf(page).focus();
  const place = await bellOf(page).boundingBox();
  const said = await watchAnnouncements(page);
  const shifts = await watchShifts(page);
  for (let part = 0; part < 5; part++) {
    const events = Array.from({ length: 10 }, (_, number) => dealFor(ada, `Deal ${part * 10 + number}`));
    await Promise.all([api.send("POST", "/events/batch", { events }), page.waitForTimeout(350)]);
  }
  await expectUnread(page, 50);
  await expect(popupsOf(page).getByRole("article")).toHaveCount(3);
  await expect(popupsOf(page).getByRole("button", { name: "47 more" })).toBeVisible();
  // What is gathered is said after a second.
  await expect.poll(async () => total(await said())).toBe(50);
  const times = (await said()).length;
  test.info().annotations.push({ type: "announcements", description: String(times) });
  expect(times).toBeLessThanOrEqual(3);
  await expect(bellOf(page)).toBeFocused();
  expect(await bellOf(page).boundingBox()).toEqual(place);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  expect(await shifts()).toBeLessThanOrEqual(0.02);
});

function total(said: string[]): number {
  return said.map((words) => Number.parseInt(words, 10) || 1).reduce((sum, count) => sum + count, 0);
}

/** What the polite live regions of the page say from now on. */
async function watchAnnouncements(page: Page): Promise<() => Promise<string[]>> {
  const said = await page.evaluateHandle(() => {
    const words: string[] = [];
    for (const region of document.querySelectorAll("[role=status][aria-live=polite]")) {
      const note = () => region.textContent && words.push(region.textContent);
      new MutationObserver(note).observe(region, { childList: true, subtree: true, characterData: true });
    }
    return words;
  });
  return () => said.evaluate((words) => [...words]);
}
