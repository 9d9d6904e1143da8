import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./looks";
import { SCREENS } from "./screens";

for (const colorScheme of ["light", "dark"] as const) {
  for (const { name, who, go } of SCREENS) {
    test(`${name}, ${colorScheme}: axe finds nothing and nothing scrolls sideways (U31)`, async ({
      another,
      asResident,
    }) => {
      const page = who === "nobody" ? await another({ colorScheme }) : await asResident(who, { colorScheme });
      await page.setViewportSize({ width: 320, height: 800 });
      await go(page);
      for (const width of [320, 375, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await expectNoSidewaysScroll(page, width);
        if (width === 320 || width === 1280) await expectAccessible(page);
      }
    });
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
