import type { Page } from "@playwright/test";

/** No script of Belfry reaches `page` until the function it answers is called: what is painted is there, and asleep. */
export async function keepAsleep(page: Page): Promise<() => void> {
  let wake = () => {};
  const woken = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await woken;
    await route.continue();
  });
  return wake;
}
