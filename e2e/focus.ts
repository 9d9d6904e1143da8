import { expect, type Page } from "@playwright/test";

/** From now on the page has the focus only while it is in front; Playwright makes every page believe that it has it. */
export async function withRealFocus(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setFocusEmulationEnabled", { enabled: false });
}

/** Brings one of several pages of `withRealFocus` to the front. */
export async function goTo(page: Page): Promise<void> {
  await page.bringToFront();
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true);
}
