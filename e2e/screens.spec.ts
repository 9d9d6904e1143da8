import { test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./looks";
import { SCREENS } from "./screens";

for (const colorScheme of ["light", "dark"] as const) {
  for (const { name, who, go } of SCREENS) {
    test(`${name}, ${colorScheme}: axe finds nothing and nothing scrolls sideways (U31)`, async ({
      another,
      residents,
    }) => {
      const storageState = who === "nobody" ? undefined : residents[who].session;
      const page = await another({ colorScheme, storageState });
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
