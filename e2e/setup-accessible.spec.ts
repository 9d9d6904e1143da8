import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./looks";
import { startServer } from "./server";

// A Belfry of its own: the worker's may have a super admin already.
test("setup: axe finds nothing, and nothing scrolls sideways, in light and dark, at 320 and 1280 px", async ({
  page,
}) => {
  const fresh = await startServer();
  const [link] = (await fresh.output()).match(/http\S+\/setup\?token=\S+/) ?? [];
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [320, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(link!);
      await expect(page.getByRole("heading", { name: "Set up Belfry" })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page, width);
    }
  }
  expect(await fresh.stop()).toBe(0);
});
