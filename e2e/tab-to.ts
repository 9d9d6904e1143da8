import { expect, type Locator, type Page } from "@playwright/test";

/** Presses Tab until `target` has the focus, which must be in sight at each stop on the way. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press("Tab");
    await expectFocusInSight(page);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`40 presses of Tab do not lead to ${target}`);
}

/** In the window, outlined, and with nothing but its own row or card over it (WCAG 2.4.7, 2.4.11). */
async function expectFocusInSight(page: Page): Promise<void> {
  const fault = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const name = element.getAttribute("aria-label") ?? element.textContent ?? element.id;
    const { left, top, width, height } = element.getBoundingClientRect();
    const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
    if (!onTop) return `${name} is out of the window`;
    const around = ["article", "li", "h3"].map((kind) => element.closest(kind));
    const isOwn = onTop.contains(element) || [element, ...around].some((each) => each?.contains(onTop));
    if (!isOwn) return `${name} is covered by ${onTop.outerHTML.slice(0, 80)}`;
    // A card is outlined in place of the link that fills it.
    const outlined = [element, around[0]].some((each) => each && getComputedStyle(each).outlineStyle !== "none");
    return outlined ? null : `${name} has no outline`;
  });
  expect(fault).toBeNull();
}
