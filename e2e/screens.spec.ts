import { expect, type Page, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./looks";
import { SCREENS } from "./screens";

for (const { name, who, go } of SCREENS) {
  test(`${name}: axe finds nothing in either theme, and nothing scrolls sideways (U31)`, async ({
    another,
    asResident,
  }) => {
    const page = who === "nobody" ? await another() : await asResident(who);
    await page.setViewportSize({ width: 320, height: 800 });
    await go(page);
    for (const width of [320, 375, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page, width);
      if (width === 320 || width === 1280) await expectAccessibleInBothThemes(page);
    }
  });
}

async function expectAccessibleInBothThemes(page: Page) {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toContainClass(colorScheme);
    await expectAccessible(page);
  }
}

test("leaves every title room to be read at 320 px (U31)", async ({ asResident }) => {
  const page = await asResident("busy", { viewport: { width: 320, height: 800 } });
  await page.goto("/inbox");
  const widths = await page
    .getByRole("article")
    .getByRole("heading")
    .evaluateAll((all) => all.map((one) => one.clientWidth));
  expect(widths.length).toBeGreaterThan(0);
  expect(Math.min(...widths)).toBeGreaterThan(150);
});
