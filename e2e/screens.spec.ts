import { expect, test } from "./fixtures";
import { expectFits } from "./looks";
import { SCREENS } from "./screens";

// Nothing is changed here, so that both workers may share what would keep one of them busy long after the other.
test.describe.configure({ mode: "parallel" });

/** What everybody sees first and most. */
const THOROUGH = /^(sign-in|inbox|bell|preferences, email)/;

for (const { name, who, go } of SCREENS) {
  test(`${name}: axe finds nothing in either theme, and nothing scrolls sideways (U31)`, async ({
    another,
    asResident,
  }) => {
    const page = who === "nobody" ? await another() : await asResident(who);
    await page.setViewportSize({ width: 320, height: 800 });
    await go(page);
    await expectFits(page, { thorough: THOROUGH.test(name) });
  });
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
